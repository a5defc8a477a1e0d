# Слова Matinee по-русски. Простые фразы, на «ты», без восклицательных знаков.

## Когда показывать нечего

hello = Назови любимый фильм, настроение или пожелание: «смешное и немного мрачное», «ограбление из 90-х», «доброе кино с детьми». Пальцы под карточками подсказывают мне, что тебе нравится.
care = Я разбираюсь только в фильмах, а то, что ты пишешь, важнее любого фильма. Пожалуйста, поговори с кем-нибудь прямо сейчас: с человеком, которому доверяешь, или с линией помощи. На findahelpline.com есть те, кому можно позвонить или написать почти в любой стране; если опасность близко, звони в экстренную службу.
unclear = Не понимаю, что такое «{ $words }». Назови любимый фильм, настроение или пожелание: «ограбление из 90-х», «доброе кино с детьми».
unclear-empty = Назови любимый фильм, настроение или пожелание: «ограбление из 90-х», «доброе кино с детьми».
no-deck = Карточек пока нет. Назови любимый фильм, настроение или пожелание.
cleared = Стёрто. Что хочешь посмотреть?
nothing-left = По этому пожеланию больше ничего нет. Измени в нём слово или попроси другое.
noted = Запомню.
taken-back = Отменено.
again = Это уже было сказано.

## Над карточками

only = { $count ->
    [0] Всему сразу не подходит ничего. Ближе всего, если не учитывать { $relaxed }:
    [one] Всему сразу подходит { $count } фильм. Дальше, если не учитывать { $relaxed }:
    [few] Всему сразу подходят { $count } фильма. Дальше, если не учитывать { $relaxed }:
    [many] Всему сразу подходят { $count } фильмов. Дальше, если не учитывать { $relaxed }:
   *[other] Всему сразу подходят { $count } фильма. Дальше, если не учитывать { $relaxed }:
}
took = Беру { $title }. Или нужен { $other }?
unplaced = Это мне непонятно: { $words }.

relaxed-fame = известность
relaxed-rating = оценку
relaxed-minutes = длину
relaxed-moods = настроение
relaxed-years = годы
relaxed-themes = тему
relaxed-critiques = сравнение
relaxed-places = язык или страну
relaxed-genres = жанр
relaxed-people = людей

## Пожелание одной строкой

wish-like = как { $titles }
wish-unlike = не как { $titles }
wish-seen = кроме { $titles }
wish-person = { $role ->
    [director] режиссёр: { $name }
    [composer] музыка: { $name }
    [writer] сценарий: { $name }
   *[other] в ролях: { $name }
}
wish-not-person = без участия: { $name }
wish-without = исключить: { $what }
wish-about = тема: { $what }
wish-years-from = с { $from } года
wish-years-to = до { $to } года
wish-years = { $from }–{ $to }
wish-year = { $from } года
wish-minutes-from = от { $from }
wish-minutes-to = до { $to }
wish-minutes = от { $from } до { $to }
wish-certificate = не выше { $certificate }
wish-rating = оценка от { $rating }
wish-known = известное
wish-gem = скрытые жемчужины
wish-for = { $audience ->
    [kids] с детьми
    [family] для всей семьи
    [date] для свидания
    [parents] с родителями
    [friends] с друзьями
    [alone] наедине с собой
   *[other] { $audience }
}
wish-anything = что-нибудь хорошее
wish-language = { $genres } (язык: { $places })
wish-country = { $genres } ({ $places })

occasion-christmas = Рождество
occasion-halloween = Хеллоуин
occasion-hangover = похмелье
occasion-rainy-day = дождливый день
occasion-lazy-sunday = ленивое воскресенье
occasion-sick-day = простуда и постель
occasion-break-up = расставание
occasion-feeling-low = грустно на душе
occasion-long-day = трудный день
occasion-valentines-day = День святого Валентина
occasion-new-year = Новый год
occasion-thanksgiving = День благодарения
occasion-easter = Пасха
occasion-birthday = день рождения
occasion-on-a-plane = в самолёте

## Степени

very = очень { $what }
somewhat = слегка { $what }
much-more = намного { $what }
bit-more = немного { $what }
not-too = не { $what }

## Telegram

command-start = Назови любимый фильм, настроение или пожелание: «смешное и немного мрачное», «ограбление из 90-х», «доброе кино с детьми». В ответ придёт карточка с пятью фильмами, её можно листать; пальцы под карточками подсказывают мне, что тебе нравится.
command-help =
    Пиши своими словами: любимый фильм, настроение, десятилетие, с кем смотришь. Потом уточняй: «постарше», «не такой кровавый», «с другим актёром», «что-нибудь другое».

    👍 👎 и 👁 подсказывают мне, что тебе нравится, и карточка переходит к следующему фильму. ◀ ▶ листают, «Почему?» объясняет, «Ещё такие» ищет похожее на этот фильм.

    В группе /movienight найдёт один фильм для всех.

    /privacy расскажет, что я храню. /forget удалит это.
command-privacy =
    Я храню то, что нужно для твоих фильмов: твои оценки, пожелание в этом чате с карточками к нему и номера, которыми Telegram обозначает тебя и этот чат. Номера и пожелания хранятся запечатанными. То, что ты пишешь, удаляется, как только на это дан ответ.

    О последнем киновечере группы я храню, тоже запечатанными, имена участников, их пожелания и голоса.

    Ни телефона, ни других имён, ни других сообщений. Ничего не передаётся дальше. Афиши, которые рисую не я, загружает Telegram.

    /forget удаляет всё, сразу и навсегда.
command-unknown = Такой команды я не знаю. Напиши пожелание или /help.
menu-start = С чего начать
menu-help = Что можно сказать
menu-movienight = Один фильм для всей группы
menu-privacy = Что о тебе хранится
menu-forget = Удалить то, что о тебе хранится
words-only = Я читаю только слова. Назови любимый фильм, настроение или пожелание.
deck-gone = Эти карточки слишком старые. Напиши пожелание ещё раз, и я раздам заново.
broken = У меня что-то сломалось, это записано. Попробуй ещё раз чуть позже.
forget-sure = Это удалит твои оценки, твои пожелания и номер, по которому я тебя знаю. Вернуть их будет нельзя.
forget-privately = Напиши мне /forget в личном чате: то, что я храню, только твоё.
forgotten = Всё удалено. Напишешь снова — начнём с чистого листа.
button-forget = Удалить всё
movienight-not-here = Киновечер — для групп: добавь меня в группу и напиши там /movienight.
movienight-not-yet = Киновечер здесь пока не работает.

## Причины, как части одной фразы

hook = { $about }
reason-kin = нравится тем, кто любит { $other }
reason-liked = тебе понравился { $other }, а кто любит его, любит и этот
reason-shares = общее с { $other }: { $value }
reason-shares-genre = { $one }, как { $other }
reason-more = { $more } по сравнению с { $other }
reason-less = { $less } по сравнению с { $other }
reason-mood = { $degree ->
    [very] очень { $mood }
   *[plain] { $mood }
}
reason-without = не { $mood }
reason-director = режиссёр: { $value }
reason-cast = в ролях: { $value }
reason-writer = сценарий: { $value }
reason-composer = музыка: { $value }
reason-theme = тема: { $value }
reason-genre = { $one }
reason-year = { $year } года
reason-minutes = идёт { $minutes }
reason-place-country = страна: { $value }
reason-place-language = язык: { $value }
reason-certificate = рейтинг { $value }
reason-acclaim = высоко оценён
reason-gem = мало кому известен
reason-famous = любим многими

than = по сравнению с { $other }
again-it = { "" }

## Почему, подробно

why-kin = Кто любит { $other }, любит и этот фильм.
why-liked = Тебе понравился { $other }: кто любит его, любит и этот фильм.
why-shares = Общее с { $other }: { $value }.
why-shares-genre = Как и { $other }, это { $one }.
why-more = Он { $more }, чем { $other }: { $own } из 4 по шкале «{ $axis }», а там { $theirs }.
why-less = Он { $less }, чем { $other }: { $own } из 4 по шкале «{ $axis }», а там { $theirs }.
why-mood = У него { $own } из 4 по шкале «{ $axis }».
why-without = У него { $own } из 4 по шкале «{ $axis }».
why-director = Режиссёр — { $value }.
why-cast = В ролях — { $value }.
why-writer = Сценарий — { $value }.
why-composer = Музыка — { $value }.
why-theme = Его тема: { $value }.
why-genre = Это { $one }.
why-year = Год выхода: { $year }.
why-minutes = Он идёт { $minutes }.
why-place-country = Страна: { $value }.
why-place-language = Язык: { $value }.
why-certificate = Возрастной рейтинг: { $value }.
why-acclaim = Его высоко оценили.
why-gem = О нём мало кто знает.
why-famous = Его знают многие.
why-nothing = Он просто ближе всего к тому, что написано.

## Страны, которых больше нет

country-su = СССР
country-yu = Югославия
country-cs = Чехословакия
country-xc = Чехословакия
country-dd = ГДР

## Кнопки и карточки

button-up = 👍
button-down = 👎
button-seen = 👁 Просмотрено
button-undo = ↩ { $verdict } { $title }
button-why = Почему?
button-more = Ещё такие
button-previous = ◀
button-next = ▶
button-switch = Поменять
verdict-up = 👍
verdict-down = 👎
verdict-seen = 👁
runtime = { $hours ->
    [0] { $minutes } мин
   *[other] { $hours } ч { $minutes }
}
runtime-whole = { $hours } ч

genre-action = боевик
    .one = боевик
    .label = Боевик
genre-adventure = приключенческий фильм
    .one = приключенческий фильм
    .label = Приключения
genre-animation = мультфильм
    .one = мультфильм
    .label = Анимация
genre-comedy = комедия
    .one = комедия
    .label = Комедия
genre-crime = криминальный фильм
    .one = криминальный фильм
    .label = Криминал
genre-documentary = документальный фильм
    .one = документальный фильм
    .label = Документальное
genre-drama = драма
    .one = драма
    .label = Драма
genre-family = семейный фильм
    .one = семейный фильм
    .label = Семейное
genre-fantasy = фэнтези
    .one = фэнтези
    .label = Фэнтези
genre-history = исторический фильм
    .one = исторический фильм
    .label = История
genre-horror = фильм ужасов
    .one = фильм ужасов
    .label = Ужасы
genre-music = музыкальный фильм
    .one = музыкальный фильм
    .label = Музыка
genre-mystery = детектив
    .one = детектив
    .label = Детектив
genre-romance = фильм о любви
    .one = фильм о любви
    .label = Мелодрама
genre-science-fiction = фантастика
    .one = фантастика
    .label = Фантастика
genre-thriller = триллер
    .one = триллер
    .label = Триллер
genre-tv-movie = телефильм
    .one = телефильм
    .label = Телефильм
genre-war = военный фильм
    .one = военный фильм
    .label = Военное
genre-western = вестерн
    .one = вестерн
    .label = Вестерн

## Настроения: какой фильм, и насколько больше или меньше

mood-funny = смешной
    .more = смешнее
    .less = менее смешной
mood-scary = страшный
    .more = страшнее
    .less = менее страшный
mood-dark = мрачный
    .more = мрачнее
    .less = менее мрачный
mood-romantic = романтичный
    .more = романтичнее
    .less = менее романтичный
mood-tense = напряжённый
    .more = напряжённее
    .less = менее напряжённый
mood-action = динамичный
    .axis = экшен
    .more = динамичнее
    .less = спокойнее
mood-violent = жестокий
    .more = более жестокий
    .less = менее жестокий
mood-gory = кровавый
    .more = кровавее
    .less = менее кровавый
mood-sad = грустный
    .more = грустнее
    .less = менее грустный
mood-feel-good = душевный
    .more = теплее
    .less = менее душевный
mood-inspiring = вдохновляющий
    .more = более вдохновляющий
    .less = менее вдохновляющий
mood-thought-provoking = глубокий
    .more = глубже
    .less = менее заумный
mood-mind-bending = взрывающий мозг
    .more = запутаннее
    .less = прямолинейнее
mood-complicated = сложный
    .more = сложнее
    .less = понятнее
mood-slow = медленный
    .more = медленнее
    .less = быстрее
mood-epic = эпичный
    .more = эпичнее
    .less = камернее
mood-big-budget = зрелищный
    .more = зрелищнее
    .less = скромнее
mood-quirky = странный
    .more = страннее
    .less = менее странный
mood-artsy = авторский
    .more = более авторский
    .less = менее авторский
mood-realistic = жизненный
    .more = реалистичнее
    .less = менее реалистичный
mood-true-story = близкий к реальной истории
    .axis = реальная история
    .more = ближе к реальной истории
    .less = дальше от реальной истории
mood-cheesy = утрированный
    .more = более утрированный
    .less = менее слащавый
mood-silly = дурашливый
    .more = дурашливее
    .less = менее дурашливый
mood-family-friendly = подходящий для семьи
    .axis = для семьи
    .more = более семейный
    .less = взрослее
mood-nostalgic = ностальгический
    .more = более ностальгический
    .less = менее ностальгический
mood-sexy = чувственный
    .more = чувственнее
    .less = менее чувственный
mood-satirical = сатирический
    .more = сатиричнее
    .less = менее сатирический
mood-bleak = безысходный
    .more = безысходнее
    .less = светлее
mood-cosy = уютный
    .more = уютнее
    .less = менее уютный

plain-short = короткий
    .more = короче
    .less = длиннее
plain-recent = новый
    .more = новее
    .less = старше
plain-famous = известный
    .more = известнее
    .less = менее известный
plain-acclaimed = признанный
    .more = с оценками повыше
    .less = с оценками пониже

## Киновечер

night-head = Киновечер · { $wish }
night-in = Участвуют: { $names }
night-wish = { $name }: { $wish }
night-more = { $names } и ещё { $count }
night-dealt = { $names }, { $count ->
    [1] вот один фильм
    [2] вот два фильма
    [3] вот три фильма
    [4] вот четыре фильма
    [5] вот пять фильмов
    [one] вот { $count } фильм
    [few] вот { $count } фильма
    [many] вот { $count } фильмов
   *[other] вот { $count } фильма
}:
night-film = { $place }. { $title } · { $facts }
night-film-bare = { $place }. { $title }
night-closes = До конца { $minutes } мин.
night-closes-soon = До конца меньше минуты.
night-closes-now = Все проголосовали. Осталось посчитать.
night-tonight = Сегодня: { $title } · за него { $votes } из { $count }
night-tonight-unvoted = Сегодня: { $title }
night-nobody = Никто не голосовал, поэтому выбран тот, что лучше всего подходит всем.
night-tie-worst-off = Столько же голосов, сколько у { $others }; этот никого не обделит.
night-tie-average = Столько же голосов, сколько у { $others }; этот в среднем подходит вам больше.
night-tie-order = Столько же голосов, сколько у { $others }, и больше их ничто не различает.
night-why = { $name }: { $why }.
night-why-mood = { $moods }, как тебе нравится
night-why-liked = похож на фильмы, которые тебе нравятся
night-why-nothing = ближе всего к пожеланию, с которого начался вечер
night-cancelled = Этот киновечер отменён.

night-button-join = 🙋 Я с вами
night-button-wish = ✍️ Добавить пожелание
night-button-deal = 🎬 Раздать
night-button-vote = { $title } · { $count }
night-button-close = Закрыть

night-note-opened = Скажите, кто участвует, и раздавайте.
night-note-joined = Ты в деле.
night-note-already-in = Ты в деле.
night-note-left = Ты больше не участвуешь. Нажми ещё раз, чтобы вернуться.
night-note-not-in = Это для тех, кто участвует.
night-note-wished = Запомню.
night-note-dealt = Голосуй за все, что хочется посмотреть.
night-note-nothing-fits = Всем пожеланиям сразу не подходит ничего. Уберите одно и раздайте снова.
night-note-voted = { $title } — твой голос есть.
night-note-unvoted = Отменено.
night-note-twice = Запомню.
night-note-not-dealt = Голосовать пока не за что.
night-note-already-dealt = Фильмы уже розданы. Пожелания — до раздачи.
night-note-decided = Подсчитано.
night-note-cancelled = Отменено.
night-note-over = Этот вечер уже закончился.
night-note-no-night = Киновечера здесь нет. Начни его командой /movienight.
night-note-unclear = Не вижу здесь пожелания. Попробуй «ничего страшного» или «меньше двух часов».
night-ask-wish = Чего тебе хочется сегодня, или не хочется? Ответь на это сообщение строкой вроде «ничего страшного».

## Shared cards in groups

button-mine = Мои карточки
shared-count = { $button } { $count }
shared-pages = Листать эти карточки может тот, кому они розданы, или админ. Нажми «Мои карточки», чтобы получить свои.

## Movie night, in depth

night-button-leave = Я пас
night-button-cancel = Отменить вечер
night-button-privately = 🤫 Пожелание по секрету
night-tie-owed = Столько же голосов, сколько у { $others }; этот — для тех, кому в прошлые вечера повезло меньше.
night-after = Ну как вам { $title }?
night-ask = { $name }, чего тебе сегодня хочется, а чего нет? Ответь на это сообщение строкой вроде «ничего страшного».
night-ask-privately = Чего тебе хочется от сегодняшнего киновечера, а чего нет? Ответь на это сообщение строкой вроде «ничего страшного». Я это учту и никому не скажу.
night-noted-privately = Запомню, и это останется между нами. Ты в деле.
night-link-old = Этот киновечер уже закончился. Начни новый в группе командой /movienight.
night-link-others = Этот киновечер — только для тех, кто в группе.
night-note-asked = Вопрос задан.
night-note-liked = Запомню.
night-note-disliked = Запомню.
night-note-unsaid = Отменено.
night-button-poll = 📊 Опросом
night-button-buttons = 🔘 Кнопками
night-note-by-poll = Голосование пройдёт в опросе.
night-note-by-buttons = Голосование пройдёт кнопками.
night-poll-question = Что из этого вы бы посмотрели? Выбирайте сколько хотите.
night-poll-voted = Проголосовали в опросе: { $voted } из { $count }.
night-no-poll = Опросы здесь мне не разрешены, поэтому голосуйте кнопками.

## Cards in other chats: what stands under a card that was sent by typing the bot's name, and above the offers.

inline-open = Открыть в Matinee
inline-button = Поговорить с Matinee

## What a private chat can do beside wishing

button-save = 🔖 На потом
button-unsave = 🔖 Отложено
saved = Отложено. Весь список — в /watchlist.
unsaved = Убрано из отложенного.
watchlist-head = { $count ->
    [one] Отложено на потом: { $count } фильм
    [few] Отложено на потом: { $count } фильма
    [many] Отложено на потом: { $count } фильмов
   *[other] Отложено на потом: { $count } фильма
}
watchlist-empty = Пока ничего не отложено. Нажми 🔖 под карточкой, чтобы оставить фильм на потом.
similar-what = Назови фильм сразу после команды: /similar и название.
similar-unknown = Такого фильма я не знаю. Проверь название или расскажи, какой он.

menu-surprise = Фильмы без всяких пожеланий
menu-similar = Фильмы, похожие на тот, что назовёшь
menu-taste = Что тебе, по-моему, нравится
menu-watchlist = Фильмы, отложенные на потом
menu-seen = Твои оценки и просмотренные фильмы
menu-settings = Язык, страна, возрастное ограничение
menu-export = Всё, что о тебе хранится, одним файлом
menu-feedback = Написать тем, кто ведёт этого бота
help-more =
    /surprise обходится без пожелания, /similar с названием находит похожие фильмы. /taste расскажет, что тебе, по-моему, нравится, /watchlist и /seen покажут твои фильмы. Пришли мне файл экспорта из Letterboxd, IMDb или Trakt, и я узнаю, что у тебя там просмотрено. В /settings — язык, страна, возрастное ограничение и семейный режим.
privacy-more =
    Настройки тоже запечатаны; отложенные фильмы хранятся так же, как оценки. /export пришлёт тебе всё это. То, что ты пишешь в /feedback, передаётся дальше и здесь не хранится. Твои оценки не используются для других, пока ты не разрешишь это в /settings, и разрешение можно отозвать.
privacy-days = { $days ->
    [one] Если чат молчит { $days } день, всё это удаляется.
    [few] Если чат молчит { $days } дня, всё это удаляется.
    [many] Если чат молчит { $days } дней, всё это удаляется.
   *[other] Если чат молчит { $days } дня, всё это удаляется.
}
privacy-no-days = Всё это хранится, пока не удалишь.
alone = Напиши мне { $command } в личном чате: это только между нами.

settings-head = Настройки
settings-language = Язык: { $value }
settings-country = Страна: { $value }
settings-certificate = Возрастное ограничение: { $value }
settings-family = Семейный режим: { $value }
settings-spoilers = Скрывать сюжет до нажатия: { $value }
settings-sharing = Учиться на моих оценках, чтобы советовать другим: { $value }
settings-meaning = В семейном режиме — ничего выше { $certificate } и никаких ужасов.
settings-on = вкл.
settings-off = выкл.
settings-any = нет
settings-unset = не указана
settings-as-app = как в приложении
settings-language-head = Язык
settings-language-help = Язык, на котором я отвечаю.
settings-country-head = Страна
settings-country-help = Где ты смотришь фильмы. Если страны нет в списке, напиши /settings и две буквы её кода, например /settings IS.
settings-certificate-head = Возрастное ограничение
settings-certificate-help = Ничего выше этого рейтинга я в этом чате не раздаю, каким бы ни было пожелание. Рейтинги — как в США.
settings-not-a-country = Страны «{ $said }» я не знаю. Напиши две буквы её кода, например /settings IS.
settings-gone = Эти кнопки остались от старой версии. Напиши /settings.
button-language = Язык
button-country = Страна
button-certificate = Возраст
button-family = семейный режим
button-spoilers = скрытие сюжета
button-sharing = обучение на моих оценках
button-switch-on = Включить { $what }
button-switch-off = Выключить { $what }
button-back = Назад

taste-unknown = Пока я знаю слишком мало: ещё { $count } 👍, и будет что сказать.
taste-from = { $disliked ->
    [0] По твоим оценкам (👍 { $liked }), если сравнить со всеми фильмами:
   *[other] По твоим оценкам (👍 { $liked }, 👎 { $disliked }), если сравнить со всеми фильмами:
}
taste-moods = Тебе нравится, когда фильм { $moods }, например { $films }.
taste-spared = Меньше нравится, когда фильм { $moods }.
taste-genres = Жанры, к которым тебя тянет чаще обычного: { $genres }, например { $films }.
taste-person = { $name }: { $count } из понравившихся фильмов, последние — { $films }.
taste-decade = Выделяются { $decade }: оттуда { $count } из { $liked }.
taste-title = Твой вкус
taste-panel-moods = Настроения
taste-panel-genres = Жанры
taste-panel-decades = Десятилетия
taste-legend-own = тебе понравилось
taste-legend-usual = все фильмы
decade = { $year }-е
seen-head = { $count ->
    [one] Оценки и просмотры: { $count } фильм, сначала недавние:
    [few] Оценки и просмотры: { $count } фильма, сначала недавние:
    [many] Оценки и просмотры: { $count } фильмов, сначала недавние:
   *[other] Оценки и просмотры: { $count } фильма, сначала недавние:
}
seen-line = { $verdict } { $title }
seen-more = … и ещё { $count }. Полный список — в /export.
seen-none = Оценок пока нет.
feedback-what = Напиши сразу после команды: /feedback и всё, что хочешь сказать.
feedback-nobody = Отзывов здесь никто не собирает.
feedback-passed = Передано анонимно. Здесь ничего из этого не хранится.
feedback-head = Отзыв:
export-ready = Всё, что я храню о тебе и об этом чате.
forgotten-what =
    Удалено: { $verdicts ->
        [one] { $verdicts } оценка
        [few] { $verdicts } оценки
        [many] { $verdicts } оценок
       *[other] { $verdicts } оценки
    }, { $saved ->
        [one] { $saved } отложенный фильм
        [few] { $saved } отложенных фильма
        [many] { $saved } отложенных фильмов
       *[other] { $saved } отложенного фильма
    }, твои настройки, пожелание и карточки этого чата и номер, по которому я тебя знаю.
import-found = Из { $publisher }: понравилось — { $liked }, не понравилось — { $disliked }, ещё просмотрено — { $seen }.
import-missing = Это мне незнакомо: { $films }.
import-missing-more = Это мне незнакомо: { $films } — и ещё { $count }.
import-new = { $count ->
    [0] Ничего нового для меня тут нет.
    [one] Для меня тут { $count } новый фильм, теперь учитываю и его.
    [few] Для меня тут { $count } новых фильма, теперь учитываю и их.
    [many] Для меня тут { $count } новых фильмов, теперь учитываю и их.
   *[other] Для меня тут { $count } нового фильма, теперь учитываю и их.
}
import-not-read = Я умею читать экспорт из Letterboxd, IMDb и Trakt: ZIP, CSV или JSON, без изменений. Этот файл не из таких или повреждён.
import-too-large = Файл слишком большой: я беру до { $most } МБ. Пришли ZIP как есть.
button-watch = 📺 Где посмотреть
button-trailer = ▶ Трейлер
button-my-country = Указать страну
watch-head = { $title } · { $country }:
watch-flatrate = По подписке: { $places }
watch-free = Бесплатно: { $places }
watch-ads = С рекламой: { $places }
watch-rent = Аренда: { $places }
watch-buy = Покупка: { $places }
watch-nowhere = { $title } · { $country }: не знаю, где это можно посмотреть.
watch-where = { $title }: назови свою страну, и я подскажу, где это посмотреть.
watch-unknown = { $title }: не получается узнать, где это посмотреть. Попробуй чуть позже.
