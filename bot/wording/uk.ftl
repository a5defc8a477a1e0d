# Слова Matinee українською. Прості речення, на «ти», без знаків оклику.

## Коли показувати нічого

hello = Назви улюблений фільм, настрій або побажання: «смішне і трохи похмуре», «пограбування з 90-х», «добре кіно з дітьми». Пальці під картками підказують мені, що тобі подобається.
care = Я знаюся лише на фільмах, а те, що ти пишеш, важливіше за будь-який фільм. Будь ласка, поговори з кимось просто зараз: з людиною, якій довіряєш, або з лінією допомоги. На findahelpline.com є ті, кому можна подзвонити чи написати майже в кожній країні; якщо небезпека близько, дзвони до екстреної служби.
unclear = Не розумію, що таке «{ $words }». Назви улюблений фільм, настрій або побажання: «пограбування з 90-х», «добре кіно з дітьми».
unclear-empty = Назви улюблений фільм, настрій або побажання: «пограбування з 90-х», «добре кіно з дітьми».
no-deck = Карток поки немає. Назви улюблений фільм, настрій або побажання.
cleared = Стерто. Що хочеш подивитися?
nothing-left = До цього побажання більше нічого немає. Зміни в ньому слово або попроси інше.
noted = Запам'ятаю.
taken-back = Скасовано.
again = Це вже було сказано.

## Над картками

only = { $count ->
    [0] Усьому разом не відповідає нічого. Найближче, якщо не зважати на { $relaxed }:
    [one] Усьому разом відповідає { $count } фільм. Далі, якщо не зважати на { $relaxed }:
    [few] Усьому разом відповідають { $count } фільми. Далі, якщо не зважати на { $relaxed }:
    [many] Усьому разом відповідають { $count } фільмів. Далі, якщо не зважати на { $relaxed }:
   *[other] Усьому разом відповідають { $count } фільму. Далі, якщо не зважати на { $relaxed }:
}
took = Беру { $title }. Чи потрібен { $other }?
unplaced = Це мені незрозуміло: { $words }.

relaxed-fame = відомість
relaxed-rating = оцінку
relaxed-minutes = тривалість
relaxed-moods = настрій
relaxed-years = роки
relaxed-themes = тему
relaxed-critiques = порівняння
relaxed-places = мову чи країну
relaxed-genres = жанр
relaxed-people = людей

## Побажання одним рядком

wish-like = як { $titles }
wish-unlike = не як { $titles }
wish-seen = крім { $titles }
wish-person = { $role ->
    [director] режисер: { $name }
    [composer] музика: { $name }
    [writer] сценарій: { $name }
   *[other] у ролях: { $name }
}
wish-not-person = без участі: { $name }
wish-without = виключити: { $what }
wish-about = тема: { $what }
wish-years-from = від { $from } року
wish-years-to = до { $to } року
wish-years = { $from }–{ $to }
wish-year = { $from } року
wish-minutes-from = від { $from }
wish-minutes-to = до { $to }
wish-minutes = від { $from } до { $to }
wish-certificate = не вище { $certificate }
wish-rating = оцінка від { $rating }
wish-known = відоме
wish-gem = приховані перлини
wish-for = { $audience ->
    [kids] з дітьми
    [family] для всієї родини
    [date] для побачення
    [parents] з батьками
    [friends] з друзями
    [alone] наодинці з собою
   *[other] { $audience }
}
wish-anything = щось хороше
wish-language = { $genres } (мова: { $places })
wish-country = { $genres } ({ $places })

occasion-christmas = Різдво
occasion-halloween = Гелловін
occasion-hangover = похмілля
occasion-rainy-day = дощовий день
occasion-lazy-sunday = лінива неділя
occasion-sick-day = застуда і ліжко
occasion-break-up = розрив
occasion-feeling-low = сумно на душі
occasion-long-day = важкий день
occasion-valentines-day = День святого Валентина
occasion-new-year = Новий рік
occasion-thanksgiving = День подяки
occasion-easter = Великдень
occasion-birthday = день народження
occasion-on-a-plane = у літаку

## Ступені

very = дуже { $what }
somewhat = трохи { $what }
much-more = набагато { $what }
bit-more = трохи { $what }
not-too = не { $what }

## Telegram

command-start = Назви улюблений фільм, настрій або побажання: «смішне і трохи похмуре», «пограбування з 90-х», «добре кіно з дітьми». У відповідь прийде картка з п'ятьма фільмами, її можна гортати; пальці під картками підказують мені, що тобі подобається.
command-help =
    Пиши своїми словами: улюблений фільм, настрій, десятиліття, з ким дивишся. Потім уточнюй: «старіше», «не такий кривавий», «з іншим актором», «щось інше».

    👍 👎 і 👁 підказують мені, що тобі подобається, і картка переходить до наступного фільму. ◀ ▶ гортають, «Чому?» пояснює, «Ще такі» шукає схоже на цей фільм.

    У групі /movienight знайде один фільм для всіх.

    /privacy розкаже, що я зберігаю. /forget видалить це.
command-privacy =
    Я зберігаю те, що потрібно для твоїх фільмів: твої оцінки, побажання в цьому чаті з картками до нього і номери, якими Telegram позначає тебе і цей чат. Номери й побажання зберігаються запечатаними. Те, що ти пишеш, видаляється, щойно на це є відповідь.

    Про останній кіновечір групи я зберігаю, теж запечатаними, імена учасників, їхні побажання та голоси.

    Ні телефону, ні інших імен, ні інших повідомлень. Нічого не передається далі. Афіші, які малюю не я, завантажує Telegram.

    /forget видаляє все, одразу і назавжди.
command-unknown = Такої команди я не знаю. Напиши побажання або /help.
menu-start = З чого почати
menu-help = Що можна сказати
menu-movienight = Один фільм для всієї групи
menu-privacy = Що про тебе зберігається
menu-forget = Видалити те, що про тебе зберігається
words-only = Я читаю лише слова. Назви улюблений фільм, настрій або побажання.
deck-gone = Ці картки надто старі. Напиши побажання ще раз, і я роздам заново.
broken = У мене щось зламалося, це записано. Спробуй ще раз трохи згодом.
forget-sure = Це видалить твої оцінки, твої побажання і номер, за яким я тебе знаю. Повернути їх буде неможливо.
forget-privately = Напиши мені /forget в особистому чаті: те, що я зберігаю, лише твоє.
forgotten = Усе видалено. Напишеш знову — почнемо з чистого аркуша.
button-forget = Видалити все
movienight-not-here = Кіновечір — для груп: додай мене до групи й напиши там /movienight.
movienight-not-yet = Кіновечір тут поки не працює.

## Причини, як частини одного речення

hook = { $about }
reason-kin = подобається тим, хто любить { $other }
reason-liked = тобі сподобався { $other }, а хто любить його, любить і цей
reason-shares = спільне з { $other }: { $value }
reason-shares-genre = { $one }, як { $other }
reason-more = { $more } порівняно з { $other }
reason-less = { $less } порівняно з { $other }
reason-mood = { $degree ->
    [very] дуже { $mood }
   *[plain] { $mood }
}
reason-without = не { $mood }
reason-director = режисер: { $value }
reason-cast = у ролях: { $value }
reason-writer = сценарій: { $value }
reason-composer = музика: { $value }
reason-theme = тема: { $value }
reason-genre = { $one }
reason-year = { $year } року
reason-minutes = триває { $minutes }
reason-place-country = країна: { $value }
reason-place-language = мова: { $value }
reason-certificate = рейтинг { $value }
reason-acclaim = високо оцінений
reason-gem = мало кому відомий
reason-famous = улюблений для багатьох

than = порівняно з { $other }
again-it = { "" }

## Чому, докладно

why-kin = Хто любить { $other }, любить і цей фільм.
why-liked = Тобі сподобався { $other }: хто любить його, любить і цей фільм.
why-shares = Спільне з { $other }: { $value }.
why-shares-genre = Як і { $other }, це { $one }.
why-more = Він { $more }, ніж { $other }: { $own } з 4 за шкалою «{ $axis }», а там { $theirs }.
why-less = Він { $less }, ніж { $other }: { $own } з 4 за шкалою «{ $axis }», а там { $theirs }.
why-mood = У нього { $own } з 4 за шкалою «{ $axis }».
why-without = У нього { $own } з 4 за шкалою «{ $axis }».
why-director = Режисер — { $value }.
why-cast = У ролях — { $value }.
why-writer = Сценарій — { $value }.
why-composer = Музика — { $value }.
why-theme = Його тема: { $value }.
why-genre = Це { $one }.
why-year = Рік виходу: { $year }.
why-minutes = Він триває { $minutes }.
why-place-country = Країна: { $value }.
why-place-language = Мова: { $value }.
why-certificate = Віковий рейтинг: { $value }.
why-acclaim = Його високо оцінили.
why-gem = Про нього мало хто знає.
why-famous = Його знають багато людей.
why-nothing = Він просто найближчий до того, що написано.

## Країни, яких більше немає

country-su = СРСР
country-yu = Югославія
country-cs = Чехословаччина
country-xc = Чехословаччина
country-dd = НДР

## Кнопки й картки

button-up = 👍
button-down = 👎
button-seen = 👁 Переглянуто
button-undo = ↩ { $verdict } { $title }
button-why = Чому?
button-more = Ще такі
button-previous = ◀
button-next = ▶
button-switch = Замінити
verdict-up = 👍
verdict-down = 👎
verdict-seen = 👁
runtime = { $hours ->
    [0] { $minutes } хв
   *[other] { $hours } год { $minutes }
}
runtime-whole = { $hours } год

genre-action = бойовик
    .one = бойовик
    .label = Бойовик
genre-adventure = пригодницький фільм
    .one = пригодницький фільм
    .label = Пригоди
genre-animation = мультфільм
    .one = мультфільм
    .label = Анімація
genre-comedy = комедія
    .one = комедія
    .label = Комедія
genre-crime = кримінальний фільм
    .one = кримінальний фільм
    .label = Кримінал
genre-documentary = документальний фільм
    .one = документальний фільм
    .label = Документальне
genre-drama = драма
    .one = драма
    .label = Драма
genre-family = сімейний фільм
    .one = сімейний фільм
    .label = Сімейне
genre-fantasy = фентезі
    .one = фентезі
    .label = Фентезі
genre-history = історичний фільм
    .one = історичний фільм
    .label = Історія
genre-horror = фільм жахів
    .one = фільм жахів
    .label = Жахи
genre-music = музичний фільм
    .one = музичний фільм
    .label = Музика
genre-mystery = детектив
    .one = детектив
    .label = Детектив
genre-romance = фільм про кохання
    .one = фільм про кохання
    .label = Мелодрама
genre-science-fiction = фантастика
    .one = фантастика
    .label = Фантастика
genre-thriller = трилер
    .one = трилер
    .label = Трилер
genre-tv-movie = телефільм
    .one = телефільм
    .label = Телефільм
genre-war = воєнний фільм
    .one = воєнний фільм
    .label = Воєнне
genre-western = вестерн
    .one = вестерн
    .label = Вестерн

## Настрої: який фільм, і наскільки більше чи менше

mood-funny = смішний
    .more = смішніший
    .less = менш смішний
mood-scary = страшний
    .more = страшніший
    .less = менш страшний
mood-dark = похмурий
    .more = похмуріший
    .less = менш похмурий
mood-romantic = романтичний
    .more = романтичніший
    .less = менш романтичний
mood-tense = напружений
    .more = напруженіший
    .less = менш напружений
mood-action = динамічний
    .axis = екшен
    .more = динамічніший
    .less = спокійніший
mood-violent = жорстокий
    .more = жорстокіший
    .less = менш жорстокий
mood-gory = кривавий
    .more = кривавіший
    .less = менш кривавий
mood-sad = сумний
    .more = сумніший
    .less = менш сумний
mood-feel-good = душевний
    .more = тепліший
    .less = менш душевний
mood-inspiring = надихаючий
    .more = більш надихаючий
    .less = менш надихаючий
mood-thought-provoking = глибокий
    .more = глибший
    .less = менш заумний
mood-mind-bending = приголомшливий
    .more = заплутаніший
    .less = прямолінійніший
mood-complicated = складний
    .more = складніший
    .less = зрозуміліший
mood-slow = повільний
    .more = повільніший
    .less = швидший
mood-epic = епічний
    .more = епічніший
    .less = камерніший
mood-big-budget = видовищний
    .more = видовищніший
    .less = скромніший
mood-quirky = дивний
    .more = дивніший
    .less = менш дивний
mood-artsy = авторський
    .more = більш авторський
    .less = менш авторський
mood-realistic = життєвий
    .more = реалістичніший
    .less = менш реалістичний
mood-true-story = близький до реальної історії
    .axis = реальна історія
    .more = ближчий до реальної історії
    .less = дальший від реальної історії
mood-cheesy = перебільшений
    .more = більш перебільшений
    .less = менш солодкавий
mood-silly = дуркуватий
    .more = дуркуватіший
    .less = менш дуркуватий
mood-family-friendly = придатний для родини
    .axis = для родини
    .more = більш сімейний
    .less = доросліший
mood-nostalgic = ностальгійний
    .more = більш ностальгійний
    .less = менш ностальгійний
mood-sexy = чуттєвий
    .more = чуттєвіший
    .less = менш чуттєвий
mood-satirical = сатиричний
    .more = сатиричніший
    .less = менш сатиричний
mood-bleak = безпросвітний
    .more = більш безпросвітний
    .less = світліший
mood-cosy = затишний
    .more = затишніший
    .less = менш затишний

plain-short = короткий
    .more = коротший
    .less = довший
plain-recent = новий
    .more = новіший
    .less = старіший
plain-famous = відомий
    .more = відоміший
    .less = менш відомий
plain-acclaimed = визнаний
    .more = з вищими оцінками
    .less = з нижчими оцінками

## Кіновечір

night-head = Кіновечір · { $wish }
night-in = Беруть участь: { $names }
night-wish = { $name }: { $wish }
night-more = { $names } і ще { $count }
night-dealt = { $names }, { $count ->
    [1] ось один фільм
    [2] ось два фільми
    [3] ось три фільми
    [4] ось чотири фільми
    [5] ось п'ять фільмів
    [one] ось { $count } фільм
    [few] ось { $count } фільми
    [many] ось { $count } фільмів
   *[other] ось { $count } фільму
}:
night-film = { $place }. { $title } · { $facts }
night-film-bare = { $place }. { $title }
night-closes = До кінця { $minutes } хв.
night-closes-soon = До кінця менше хвилини.
night-closes-now = Усі проголосували. Лишилося порахувати.
night-tonight = Сьогодні: { $title } · за нього { $votes } з { $count }
night-tonight-unvoted = Сьогодні: { $title }
night-nobody = Ніхто не голосував, тому обрано той, що найкраще пасує всім.
night-tie-worst-off = Стільки ж голосів, скільки в { $others }; цей нікого не скривдить.
night-tie-average = Стільки ж голосів, скільки в { $others }; цей у середньому пасує вам більше.
night-tie-order = Стільки ж голосів, скільки в { $others }, і більше їх ніщо не різнить.
night-why = { $name }: { $why }.
night-why-mood = { $moods }, як тобі подобається
night-why-liked = схожий на фільми, які тобі подобаються
night-why-nothing = найближче до побажання, з якого почався вечір
night-cancelled = Цей кіновечір скасовано.

night-button-join = 🙋 Я з вами
night-button-wish = ✍️ Додати побажання
night-button-deal = 🎬 Роздати
night-button-vote = { $title } · { $count }
night-button-close = Закрити

night-note-opened = Скажіть, хто бере участь, і роздавайте.
night-note-joined = Ти з нами.
night-note-already-in = Ти з нами.
night-note-left = Ти більше не береш участі. Натисни ще раз, щоб повернутися.
night-note-not-in = Це для тих, хто бере участь.
night-note-wished = Запам'ятаю.
night-note-dealt = Голосуй за все, що хочеться подивитися.
night-note-nothing-fits = Усім побажанням разом не відповідає нічого. Приберіть одне й роздайте знову.
night-note-voted = { $title } — твій голос є.
night-note-unvoted = Скасовано.
night-note-twice = Запам'ятаю.
night-note-not-dealt = Голосувати поки немає за що.
night-note-already-dealt = Фільми вже роздано. Побажання — до роздачі.
night-note-decided = Пораховано.
night-note-cancelled = Скасовано.
night-note-over = Цей вечір уже закінчився.
night-note-no-night = Кіновечора тут немає. Почни його командою /movienight.
night-note-unclear = Не бачу тут побажання. Спробуй «нічого страшного» або «менше двох годин».
night-ask-wish = Чого тобі хочеться сьогодні, чи не хочеться? Відповідай на це повідомлення рядком на кшталт «нічого страшного».

## Shared cards in groups

button-mine = Мої картки
shared-count = { $button } { $count }
shared-pages = Гортати ці картки може той, кому їх роздано, або адмін. Натисни «Мої картки», щоб отримати свої.

## Movie night, in depth

night-button-leave = Я пас
night-button-cancel = Скасувати вечір
night-button-privately = 🤫 Побажання по секрету
night-tie-owed = Стільки ж голосів, скільки в { $others }; цей — для тих, кому минулими вечорами щастило менше.
night-after = Ну як вам { $title }?
night-ask = { $name }, чого тобі сьогодні хочеться, а чого ні? Відповідай на це повідомлення рядком на кшталт «нічого страшного».
night-ask-privately = Чого тобі хочеться від сьогоднішнього кіновечора, а чого ні? Відповідай на це повідомлення рядком на кшталт «нічого страшного». Я це врахую й нікому не скажу.
night-noted-privately = Запам'ятаю, і нікому ні слова. Ти з нами.
night-link-old = Цей кіновечір уже закінчився. Почни новий у групі командою /movienight.
night-link-others = Цей кіновечір — лише для тих, хто в групі.
night-note-asked = Запитано.
night-note-liked = Запам'ятаю.
night-note-disliked = Запам'ятаю.
night-note-unsaid = Скасовано.
night-button-poll = 📊 Опитуванням
night-button-buttons = 🔘 Кнопками
night-note-by-poll = Голосування пройде в опитуванні.
night-note-by-buttons = Голосування пройде кнопками.
night-poll-question = Що з цього ви б подивилися? Обирайте скільки хочете.
night-poll-voted = Проголосували в опитуванні: { $voted } з { $count }.
night-no-poll = Опитування тут мені не дозволені, тож голосуйте кнопками.

## Cards in other chats: what stands under a card that was sent by typing the bot's name, and above the offers.

inline-open = Відкрити в Matinee
inline-button = Поговорити з Matinee

## What a private chat can do beside wishing

button-save = 🔖 На потім
button-unsave = 🔖 Відкладено
saved = Відкладено. Увесь список — у /watchlist.
unsaved = Прибрано з відкладеного.
watchlist-head = { $count ->
    [one] Відкладено на потім: { $count } фільм
    [few] Відкладено на потім: { $count } фільми
    [many] Відкладено на потім: { $count } фільмів
   *[other] Відкладено на потім: { $count } фільму
}
watchlist-empty = Поки нічого не відкладено. Натисни 🔖 під карткою, щоб залишити фільм на потім.
similar-what = Назви фільм одразу після команди: /similar і назва.
similar-unknown = Такого фільму я не знаю. Перевір назву або розкажи, який він.

menu-surprise = Фільми без жодних побажань
menu-similar = Фільми, схожі на той, що назвеш
menu-taste = Що тобі, на мою думку, подобається
menu-watchlist = Фільми, відкладені на потім
menu-seen = Твої оцінки й переглянуті фільми
menu-settings = Мова, країна, вікове обмеження
menu-export = Усе, що про тебе зберігається, одним файлом
menu-feedback = Написати тим, хто веде цього бота
help-more =
    /surprise обходиться без побажання, /similar з назвою знаходить схожі фільми. /taste розкаже, що тобі, на мою думку, подобається, /watchlist і /seen покажуть твої фільми. Надішли мені файл експорту з Letterboxd, IMDb або Trakt, і я знатиму, що в тебе там переглянуто. У /settings — мова, країна, вікове обмеження і сімейний режим.
privacy-more =
    Налаштування теж запечатані; відкладені фільми зберігаються так само, як оцінки. /export надішле тобі все це. Те, що ти пишеш у /feedback, передається далі й тут не зберігається. Твої оцінки не використовуються для інших, доки ти не дозволиш цього в /settings, і дозвіл можна відкликати.
privacy-days = { $days ->
    [one] Якщо чат мовчить { $days } день, усе це видаляється.
    [few] Якщо чат мовчить { $days } дні, усе це видаляється.
    [many] Якщо чат мовчить { $days } днів, усе це видаляється.
   *[other] Якщо чат мовчить { $days } дня, усе це видаляється.
}
privacy-no-days = Усе це зберігається, доки не видалиш.
alone = Напиши мені { $command } в особистому чаті: це лише між нами.

settings-head = Налаштування
settings-language = Мова: { $value }
settings-country = Країна: { $value }
settings-certificate = Вікове обмеження: { $value }
settings-family = Сімейний режим: { $value }
settings-spoilers = Ховати сюжет до натискання: { $value }
settings-sharing = Вчитися на моїх оцінках, щоб радити іншим: { $value }
settings-meaning = У сімейному режимі — нічого вище { $certificate } і жодних жахів.
settings-on = увімк.
settings-off = вимк.
settings-any = немає
settings-unset = не вказано
settings-as-app = як у застосунку
settings-language-head = Мова
settings-language-help = Мова, якою я відповідаю.
settings-country-head = Країна
settings-country-help = Де ти дивишся фільми. Якщо країни немає в списку, напиши /settings і дві літери її коду, наприклад /settings IS.
settings-certificate-head = Вікове обмеження
settings-certificate-help = Нічого вище цього рейтингу я в цьому чаті не роздаю, хоч яке буде побажання. Рейтинги — як у США.
settings-not-a-country = Країни «{ $said }» я не знаю. Напиши дві літери її коду, наприклад /settings IS.
settings-gone = Ці кнопки лишилися від старої версії. Напиши /settings.
button-language = Мова
button-country = Країна
button-certificate = Вік
button-family = сімейний режим
button-spoilers = приховування сюжету
button-sharing = навчання на моїх оцінках
button-switch-on = Увімкнути { $what }
button-switch-off = Вимкнути { $what }
button-back = Назад

taste-unknown = Поки я знаю замало: ще { $count } 👍, і буде що сказати.
taste-from = { $disliked ->
    [0] За твоїми оцінками (👍 { $liked }), якщо порівняти з усіма фільмами:
   *[other] За твоїми оцінками (👍 { $liked }, 👎 { $disliked }), якщо порівняти з усіма фільмами:
}
taste-moods = Тобі подобається, коли фільм { $moods }, наприклад { $films }.
taste-spared = Менше подобається, коли фільм { $moods }.
taste-genres = Жанри, до яких тебе тягне частіше, ніж зазвичай: { $genres }, наприклад { $films }.
taste-person = { $name }: { $count } з фільмів, що сподобалися, останні — { $films }.
taste-decade = Вирізняються { $decade }: звідти { $count } з { $liked }.
taste-title = Твій смак
taste-panel-moods = Настрої
taste-panel-genres = Жанри
taste-panel-decades = Десятиліття
taste-legend-own = тобі сподобалося
taste-legend-usual = усі фільми
decade = { $year }-і
seen-head = { $count ->
    [one] Оцінки й перегляди: { $count } фільм, спершу недавні:
    [few] Оцінки й перегляди: { $count } фільми, спершу недавні:
    [many] Оцінки й перегляди: { $count } фільмів, спершу недавні:
   *[other] Оцінки й перегляди: { $count } фільму, спершу недавні:
}
seen-line = { $verdict } { $title }
seen-more = … і ще { $count }. Повний список — у /export.
seen-none = Оцінок поки немає.
feedback-what = Напиши одразу після команди: /feedback і все, що хочеш сказати.
feedback-nobody = Відгуків тут ніхто не збирає.
feedback-passed = Передано анонімно. Тут нічого з цього не зберігається.
feedback-head = Відгук:
export-ready = Усе, що я зберігаю про тебе й цей чат.
forgotten-what =
    Видалено: { $verdicts ->
        [one] { $verdicts } оцінку
        [few] { $verdicts } оцінки
        [many] { $verdicts } оцінок
       *[other] { $verdicts } оцінки
    }, { $saved ->
        [one] { $saved } відкладений фільм
        [few] { $saved } відкладені фільми
        [many] { $saved } відкладених фільмів
       *[other] { $saved } відкладеного фільму
    }, твої налаштування, побажання й картки цього чату та номер, за яким я тебе знаю.
import-found = З { $publisher }: сподобалося — { $liked }, не сподобалося — { $disliked }, ще переглянуто — { $seen }.
import-missing = Це мені незнайоме: { $films }.
import-missing-more = Це мені незнайоме: { $films } — і ще { $count }.
import-new = { $count ->
    [0] Нічого нового для мене тут немає.
    [one] Для мене тут { $count } новий фільм, тепер враховую і його.
    [few] Для мене тут { $count } нові фільми, тепер враховую і їх.
    [many] Для мене тут { $count } нових фільмів, тепер враховую і їх.
   *[other] Для мене тут { $count } нового фільму, тепер враховую і їх.
}
import-not-read = Я вмію читати експорт із Letterboxd, IMDb і Trakt: ZIP, CSV або JSON, без змін. Цей файл не з таких або пошкоджений.
import-too-large = Файл завеликий: я беру до { $most } МБ. Надішли ZIP як є.
button-watch = 📺 Де подивитися
button-trailer = ▶ Трейлер
button-my-country = Вказати країну
watch-head = { $title } · { $country }:
watch-flatrate = За підпискою: { $places }
watch-free = Безкоштовно: { $places }
watch-ads = З рекламою: { $places }
watch-rent = Оренда: { $places }
watch-buy = Купівля: { $places }
watch-nowhere = { $title } · { $country }: не знаю, де це можна подивитися.
watch-where = { $title }: назви свою країну, і я підкажу, де це подивитися.
watch-unknown = { $title }: не вдається дізнатися, де це подивитися. Спробуй трохи згодом.
