# Was Matinee auf Deutsch sagt. Einfache Sätze, per Du, ohne Ausrufezeichen, nie aufgekratzt.

## Wenn es nichts zu zeigen gibt

hello = Nenn mir einen Film, den du liebst, eine Stimmung oder einen Wunsch: „lustig und ein bisschen düster“, „Heist-Film der 90er“, „Wohlfühlfilm mit Kindern“. Die Daumen an den Karten zeigen mir, was du magst.
care = Ich kenne nur Filme, und was du geschrieben hast, ist wichtiger als ein Film. Bitte sprich jetzt mit jemandem: mit einem Menschen, dem du vertraust, oder mit einer Krisenhilfe. Auf findahelpline.com findest du für die meisten Länder Stellen, die du anrufen oder anschreiben kannst; im Notfall wähle die Notrufnummer bei dir.
unclear = Mit „{ $words }“ kann ich nichts anfangen. Nenn mir einen Film, den du liebst, eine Stimmung oder einen Wunsch: „Heist-Film der 90er“, „Wohlfühlfilm mit Kindern“.
unclear-empty = Nenn mir einen Film, den du liebst, eine Stimmung oder einen Wunsch: „Heist-Film der 90er“, „Wohlfühlfilm mit Kindern“.
no-deck = Es liegen noch keine Karten da. Nenn mir einen Film, den du liebst, eine Stimmung oder einen Wunsch.
cleared = Weg damit. Was möchtest du sehen?
nothing-left = Mehr habe ich zu diesem Wunsch nicht. Ändere ein Wort daran oder wünsch dir etwas anderes.
noted = Gemerkt.
taken-back = Zurückgenommen.
again = Das hast du schon gesagt.

## Über den Karten

only = { $count ->
    [0] Nichts passt auf alles. Am nächsten dran, ohne Rücksicht auf { $relaxed }:
    [one] Ein Film passt auf alles. Danach, ohne Rücksicht auf { $relaxed }:
   *[other] { $count } Filme passen auf alles. Danach, ohne Rücksicht auf { $relaxed }:
}
took = Ich habe { $title } genommen. Meintest du { $other }?
unplaced = Damit konnte ich nichts anfangen: { $words }.

relaxed-fame = die Bekanntheit
relaxed-rating = die Bewertung
relaxed-minutes = die Länge
relaxed-moods = die Stimmung
relaxed-years = die Jahre
relaxed-themes = das Thema
relaxed-critiques = den Vergleich
relaxed-places = Sprache oder Land
relaxed-genres = das Genre
relaxed-people = die Personen

## Der Wunsch, der gerade gilt, in einer Zeile

wish-like = wie { $titles }
wish-unlike = nicht wie { $titles }
wish-seen = nicht { $titles }
wish-person = { $role ->
    [director] Regie: { $name }
    [composer] Musik von { $name }
    [writer] Drehbuch von { $name }
   *[other] mit { $name }
}
wish-not-person = ohne { $name }
wish-without = ohne { $what }
wish-about = Thema: { $what }
wish-years-from = ab { $from }
wish-years-to = bis { $to }
wish-years = { $from } bis { $to }
wish-year = von { $from }
wish-minutes-from = mindestens { $from }
wish-minutes-to = höchstens { $to }
wish-minutes = { $from } bis { $to }
wish-certificate = höchstens { $certificate }
wish-rating = mindestens mit { $rating } bewertet
wish-known = bekannt
wish-gem = Geheimtipps
wish-for = { $audience ->
    [kids] mit Kindern
    [family] für die Familie
    [date] für ein Date
    [parents] mit den Eltern
    [friends] mit Freunden
    [alone] allein
   *[other] { $audience }
}
wish-anything = irgendetwas Gutes
wish-language = { $genres } auf { $places }
wish-country = { $genres } ({ $places })

occasion-christmas = Weihnachten
occasion-halloween = Halloween
occasion-hangover = Kater
occasion-rainy-day = Regentag
occasion-lazy-sunday = fauler Sonntag
occasion-sick-day = krank im Bett
occasion-break-up = Liebeskummer
occasion-feeling-low = nicht so gut drauf
occasion-long-day = langer Tag
occasion-valentines-day = Valentinstag
occasion-new-year = Silvester
occasion-thanksgiving = Thanksgiving
occasion-easter = Ostern
occasion-birthday = Geburtstag
occasion-on-a-plane = im Flugzeug

## Wie sehr

very = sehr { $what }
somewhat = etwas { $what }
much-more = viel { $what }
bit-more = ein bisschen { $what }
not-too = nicht { $what }

## Telegram

command-start = Nenn mir einen Film, den du liebst, eine Stimmung oder einen Wunsch: „lustig und ein bisschen düster“, „Heist-Film der 90er“, „Wohlfühlfilm mit Kindern“. Du bekommst eine Karte mit fünf Filmen zum Blättern; die Daumen an den Karten zeigen mir, was du magst.
command-help =
    Schreib einen Wunsch, wie du ihn sagen würdest: ein Film, den du liebst, eine Stimmung, ein Jahrzehnt, wer mitschaut. Dann lenk nach: „älter“, „weniger blutig“, „mit jemand anderem“, „etwas anderes“.

    👍 👎 und 👁 zeigen mir, was du magst, und die Karte blättert zum nächsten Film. ◀ ▶ blättern, „Warum?“ erklärt, „Mehr davon“ geht von diesem Film aus.

    In einer Gruppe findet /movienight einen Film für euch alle.

    /privacy sagt, was ich behalte. /forget löscht es.
command-privacy =
    Ich behalte, was deine Filme brauchen: deine Daumen, den Wunsch, der in diesem Chat gilt, mit seinen Karten, und die Nummern, die Telegram dir und diesem Chat gibt. Nummern und Wünsche bewahre ich versiegelt auf. Was du schreibst, wird gelöscht, sobald es beantwortet ist.

    Vom letzten Filmabend einer Gruppe behalte ich, ebenfalls versiegelt, die Vornamen derer, die dabei waren, ihre Wünsche und ihre Stimmen.

    Keine Telefonnummer, keine anderen Namen, keine anderen Nachrichten. Nichts wird weitergegeben. Plakate, die ich nicht selbst zeichne, holt Telegram.

    /forget löscht alles, sofort und endgültig.
command-unknown = Diesen Befehl kenne ich nicht. Schreib stattdessen einen Wunsch oder /help.
menu-start = So fängst du an
menu-help = Was du sagen kannst
menu-movienight = Ein Film für die ganze Gruppe
menu-privacy = Was ich von dir behalte
menu-forget = Löschen, was ich von dir behalte
words-only = Ich lese nur Worte. Nenn mir einen Film, den du liebst, eine Stimmung oder einen Wunsch.
deck-gone = Diese Karten sind zu lange her. Schreib den Wunsch noch einmal, und ich teile neu aus.
broken = Bei mir ist etwas schiefgegangen, und es ist vermerkt. Bitte versuch es später noch einmal.
forget-sure = Das löscht deine Daumen, deine Wünsche und die Nummer, unter der ich dich kenne. Es lässt sich nicht rückgängig machen.
forget-privately = Schreib mir /forget in einem privaten Chat: Was ich behalte, gehört nur dir.
forgotten = Alles ist gelöscht. Wenn du wieder schreibst, fangen wir neu an.
button-forget = Alles löschen
movienight-not-here = Der Filmabend ist für Gruppen: Nimm mich in eine auf und schreib dort /movienight.
movienight-not-yet = Den Filmabend gibt es hier noch nicht.

## Gründe, als Teile eines Satzes

hook = { $about }
reason-kin = beliebt bei allen, die { $other } lieben
reason-liked = du mochtest { $other }, und wer das liebt, liebt auch diesen
reason-shares = hat { $value } gemeinsam mit { $other }
reason-shares-genre = { $one } wie { $other }
reason-more = { $more } als { $other }
reason-less = { $less } als { $other }
reason-mood = { $degree ->
    [very] sehr { $mood }
   *[plain] { $mood }
}
reason-without = nicht { $mood }
reason-director = Regie: { $value }
reason-cast = mit { $value }
reason-writer = Drehbuch von { $value }
reason-composer = Musik von { $value }
reason-theme = Thema: { $value }
reason-genre = { $one }
reason-year = von { $year }
reason-minutes = dauert { $minutes }
reason-place-country = Land: { $value }
reason-place-language = auf { $value }
reason-certificate = Freigabe { $value }
reason-acclaim = hochgelobt
reason-gem = wenig bekannt
reason-famous = bei vielen beliebt

than = als { $other }
again-it = { "" }

## Warum, ausführlich

why-kin = Wer { $other } liebt, liebt auch diesen Film.
why-liked = Du mochtest { $other }: Wer das liebt, liebt auch diesen Film.
why-shares = Er hat { $value } mit { $other } gemeinsam.
why-shares-genre = Wie { $other } ist er { $one }.
why-more = Er ist { $more } als { $other }: { $own } von 4 für „{ $axis }“, dort { $theirs }.
why-less = Er ist { $less } als { $other }: { $own } von 4 für „{ $axis }“, dort { $theirs }.
why-mood = Er kommt bei „{ $axis }“ auf { $own } von 4.
why-without = Er kommt bei „{ $axis }“ auf { $own } von 4.
why-director = Regie führte { $value }.
why-cast = { $value } spielt mit.
why-writer = Das Drehbuch ist von { $value }.
why-composer = Die Musik ist von { $value }.
why-theme = Das Thema passt: { $value }.
why-genre = Er ist { $one }.
why-year = Er ist von { $year }.
why-minutes = Er dauert { $minutes }.
why-place-country = Er kommt aus diesem Land: { $value }.
why-place-language = Er ist auf { $value }.
why-certificate = Er ist freigegeben als { $value }.
why-acclaim = Er ist hochgelobt.
why-gem = Kaum jemand kennt ihn.
why-famous = Er ist weithin bekannt.
why-nothing = Er war einfach am nächsten an dem, was du geschrieben hast.

## Länder, die es nicht mehr gibt

country-su = Sowjetunion
country-yu = Jugoslawien
country-cs = Tschechoslowakei
country-xc = Tschechoslowakei
country-dd = DDR

## Knöpfe und Karten

button-up = 👍
button-down = 👎
button-seen = 👁 Gesehen
button-undo = ↩ { $verdict } { $title }
button-why = Warum?
button-more = Mehr davon
button-previous = ◀
button-next = ▶
button-switch = Wechseln
verdict-up = 👍
verdict-down = 👎
verdict-seen = 👁
runtime = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes }
}
runtime-whole = { $hours } h

genre-action = Actionfilm
    .one = ein Actionfilm
    .label = Action
genre-adventure = Abenteuerfilm
    .one = ein Abenteuerfilm
    .label = Abenteuer
genre-animation = Animationsfilm
    .one = ein Animationsfilm
    .label = Animation
genre-comedy = Komödie
    .one = eine Komödie
    .label = Komödie
genre-crime = Krimi
    .one = ein Krimi
    .label = Krimi
genre-documentary = Dokumentarfilm
    .one = ein Dokumentarfilm
    .label = Doku
genre-drama = Drama
    .one = ein Drama
    .label = Drama
genre-family = Familienfilm
    .one = ein Familienfilm
    .label = Familie
genre-fantasy = Fantasyfilm
    .one = ein Fantasyfilm
    .label = Fantasy
genre-history = Historienfilm
    .one = ein Historienfilm
    .label = Historie
genre-horror = Horrorfilm
    .one = ein Horrorfilm
    .label = Horror
genre-music = Musikfilm
    .one = ein Musikfilm
    .label = Musik
genre-mystery = Mysteryfilm
    .one = ein Mysteryfilm
    .label = Mystery
genre-romance = Liebesfilm
    .one = ein Liebesfilm
    .label = Liebe
genre-science-fiction = Science-Fiction-Film
    .one = ein Science-Fiction-Film
    .label = Science-Fiction
genre-thriller = Thriller
    .one = ein Thriller
    .label = Thriller
genre-tv-movie = Fernsehfilm
    .one = ein Fernsehfilm
    .label = Fernsehfilm
genre-war = Kriegsfilm
    .one = ein Kriegsfilm
    .label = Krieg
genre-western = Western
    .one = ein Western
    .label = Western

## Stimmungen: wie ein Film ist, und mehr oder weniger ist

mood-funny = lustig
    .more = lustiger
    .less = weniger lustig
mood-scary = gruselig
    .more = gruseliger
    .less = weniger gruselig
mood-dark = düster
    .more = düsterer
    .less = weniger düster
mood-romantic = romantisch
    .more = romantischer
    .less = weniger romantisch
mood-tense = spannend
    .more = spannender
    .less = weniger spannend
mood-action = actionreich
    .axis = Action
    .more = actionreicher
    .less = ruhiger
mood-violent = brutal
    .more = brutaler
    .less = weniger brutal
mood-gory = blutig
    .more = blutiger
    .less = weniger blutig
mood-sad = traurig
    .more = trauriger
    .less = weniger traurig
mood-feel-good = wohltuend
    .axis = Wohlfühlfilm
    .more = herzlicher
    .less = weniger zum Wohlfühlen
mood-inspiring = inspirierend
    .more = inspirierender
    .less = weniger inspirierend
mood-thought-provoking = tiefsinnig
    .more = tiefsinniger
    .less = weniger kopflastig
mood-mind-bending = verblüffend
    .more = verblüffender
    .less = geradliniger
mood-complicated = kompliziert
    .more = komplizierter
    .less = leichter zu verstehen
mood-slow = langsam
    .more = langsamer
    .less = schneller
mood-epic = episch
    .more = epischer
    .less = intimer
mood-big-budget = aufwendig
    .more = aufwendiger
    .less = kleiner
mood-quirky = schräg
    .more = schräger
    .less = weniger schräg
mood-artsy = künstlerisch
    .more = künstlerischer
    .less = weniger Kunstfilm
mood-realistic = lebensnah
    .more = lebensnäher
    .less = weniger realistisch
mood-true-story = nah an einer wahren Geschichte
    .axis = wahre Geschichte
    .more = näher an einer wahren Geschichte
    .less = weniger nah an einer wahren Geschichte
mood-cheesy = kitschig
    .more = kitschiger
    .less = weniger kitschig
mood-silly = albern
    .more = alberner
    .less = weniger albern
mood-family-friendly = familientauglich
    .more = familientauglicher
    .less = erwachsener
mood-nostalgic = nostalgisch
    .more = nostalgischer
    .less = weniger nostalgisch
mood-sexy = sexy
    .more = erotischer
    .less = weniger erotisch
mood-satirical = satirisch
    .more = satirischer
    .less = weniger satirisch
mood-bleak = trostlos
    .more = trostloser
    .less = hoffnungsvoller
mood-cosy = gemütlich
    .more = gemütlicher
    .less = weniger gemütlich

plain-short = kurz
    .more = kürzer
    .less = länger
plain-recent = neu
    .more = neuer
    .less = älter
plain-famous = bekannt
    .more = bekannter
    .less = unbekannter
plain-acclaimed = gelobt
    .more = höher gelobt
    .less = weniger gelobt

## Filmabend

night-head = Filmabend · { $wish }
night-in = Dabei: { $names }
night-wish = { $name }: { $wish }
night-more = { $names } und { $count } weitere
night-dealt = { $count ->
    [1] Einer
    [2] Zwei
    [3] Drei
    [4] Vier
    [5] Fünf
   *[other] { $count }
} für { $names }:
night-film = { $place }. { $title } · { $facts }
night-film-bare = { $place }. { $title }
night-closes = Endet in { $minutes } min.
night-closes-soon = Endet in weniger als einer Minute.
night-closes-now = Alle haben abgestimmt. Jetzt wird gezählt.
night-tonight = Heute Abend: { $title } · { $votes } von { $count } würden ihn sehen
night-tonight-unvoted = Heute Abend: { $title }
night-nobody = Niemand hat abgestimmt, also ist es der, der am besten zu euch allen passt.
night-tie-worst-off = Gleich viele Stimmen wie { $others }; bei diesem kommt niemand zu kurz.
night-tie-average = Gleich viele Stimmen wie { $others }; dieser passt im Schnitt besser zu euch.
night-tie-order = Gleich viele Stimmen wie { $others }, und sonst kein Unterschied.
night-why = { $name }: { $why }.
night-why-mood = { $moods }, so wie du es magst
night-why-liked = nah an Filmen, die du magst
night-why-nothing = am nächsten an dem Wunsch, mit dem der Abend begann
night-cancelled = Dieser Filmabend ist abgesagt.

night-button-join = 🙋 Bin dabei
night-button-wish = ✍️ Wunsch dazu
night-button-deal = 🎬 Austeilen
night-button-vote = { $title } · { $count }
night-button-close = Beenden

night-note-opened = Sagt, wer dabei ist, dann teilt aus.
night-note-joined = Du bist dabei.
night-note-already-in = Du bist dabei.
night-note-left = Du bist raus. Tipp noch einmal, um wiederzukommen.
night-note-not-in = Das ist für alle, die dabei sind.
night-note-wished = Gemerkt.
night-note-dealt = Stimm für jeden Film, den du sehen würdest.
night-note-nothing-fits = Nichts passt zu allen Wünschen. Lasst einen weg und teilt noch einmal aus.
night-note-voted = Du würdest { $title } sehen.
night-note-unvoted = Zurückgenommen.
night-note-twice = Gemerkt.
night-note-not-dealt = Es gibt noch keine Filme zum Abstimmen.
night-note-already-dealt = Die Filme sind ausgeteilt. Wünsche zählen davor.
night-note-decided = Ausgezählt.
night-note-cancelled = Abgesagt.
night-note-over = Dieser Abend ist vorbei.
night-note-no-night = Hier läuft kein Filmabend. Beginnt einen mit /movienight.
night-note-unclear = Darin konnte ich keinen Wunsch lesen. Versuch „nichts Gruseliges“ oder „unter zwei Stunden“.
night-ask-wish = Was wünschst du dir heute Abend, oder was nicht? Antworte auf diese Nachricht mit einer Zeile wie „nichts Gruseliges“.

## Shared cards in groups

button-mine = Für mich
shared-count = { $button } { $count }
shared-pages = Diese Karten blättert nur um, wer sie sich gewünscht hat oder Admin ist. Tipp auf „Für mich“, dann bekommst du eigene.

## Movie night, in depth

night-button-leave = Bin raus
night-button-cancel = Absagen
night-button-privately = 🤫 Heimlich wünschen
night-tie-owed = Gleich viele Stimmen wie { $others }; dieser geht an alle, die an früheren Abenden weniger abbekommen haben.
night-after = Wie war { $title }?
night-ask = { $name }, was wünschst du dir heute Abend, oder was nicht? Antworte auf diese Nachricht mit einer Zeile wie „nichts Gruseliges“.
night-ask-privately = Was wünschst du dir für den Filmabend heute, oder was nicht? Antworte auf diese Nachricht mit einer Zeile wie „nichts Gruseliges“. Ich richte mich danach und verrate es niemandem.
night-noted-privately = Gemerkt, und das bleibt unter uns. Du bist dabei.
night-link-old = Dieser Filmabend ist vorbei. Starte in der Gruppe einen neuen mit /movienight.
night-link-others = Dieser Filmabend ist nur für die Gruppe, in der er läuft.
night-note-asked = Gefragt.
night-note-liked = Gemerkt.
night-note-disliked = Gemerkt.
night-note-unsaid = Zurückgenommen.
night-button-poll = 📊 Per Umfrage
night-button-buttons = 🔘 Per Knopf
night-note-by-poll = Ihr stimmt in einer Umfrage ab.
night-note-by-buttons = Ihr stimmt mit Knöpfen ab.
night-poll-question = Welche davon würdet ihr sehen? Wählt so viele, wie ihr mögt.
night-poll-voted = In der Umfrage abgestimmt: { $voted } von { $count }.
night-no-poll = Umfragen darf ich hier nicht senden, also stimmt ihr mit Knöpfen ab.

## Cards in other chats: what stands under a card that was sent by typing the bot's name, and above the offers.

inline-open = In Matinee öffnen
inline-button = Mit Matinee reden

## What a private chat can do beside wishing

button-save = 🔖 Merken
button-unsave = 🔖 Gemerkt
saved = Auf deiner Merkliste. /watchlist zeigt sie dir.
unsaved = Von der Merkliste genommen.
watchlist-head = { $count ->
    [one] Auf deiner Merkliste: ein Film
   *[other] Auf deiner Merkliste: { $count } Filme
}
watchlist-empty = Deine Merkliste ist leer. Tipp auf einer Karte auf 🔖, um dir den Film für später zu merken.
similar-what = Schreib einen Film dahinter: /similar und den Titel.
similar-unknown = Diesen Film kenne ich nicht. Schau nach, ob der Titel stimmt, oder sag mir, wie der Film ist.

menu-surprise = Filme ganz ohne Wunsch
menu-similar = Filme wie einer, den du nennst
menu-taste = Dein Geschmack, wie ich ihn sehe
menu-watchlist = Filme auf deiner Merkliste
menu-seen = Filme, die du bewertet oder gesehen hast
menu-settings = Sprache, Land, Altersgrenze
menu-export = Alles, was ich von dir behalte, als Datei
menu-feedback = Nachricht an die Leute hinter diesem Bot
help-more =
    /surprise braucht keinen Wunsch, /similar mit einem Titel findet ähnliche Filme. /taste sagt, was du meiner Meinung nach magst, /watchlist und /seen zeigen deine Filme. Schick mir die Datei, die du bei Letterboxd, IMDb oder Trakt exportierst, und ich weiß, was du dort gesehen hast. In /settings findest du Sprache, Land, Altersgrenze und Familienmodus.
privacy-more =
    Auch deine Einstellungen sind versiegelt; deine Merkliste behalte ich so wie deine Daumen. /export schickt dir alles. Was du mit /feedback schreibst, wird weitergegeben und hier nicht behalten. Für andere verwende ich deine Daumen nur, wenn du es in /settings erlaubst, und das kannst du zurücknehmen.
privacy-days = Bleibt es in einem Chat { $days } Tage lang still, wird alles gelöscht.
privacy-no-days = Ich behalte es, bis du es löschst.
alone = Schreib mir { $command } in einem privaten Chat: Das bleibt unter uns.

settings-head = Einstellungen
settings-language = Sprache: { $value }
settings-country = Land: { $value }
settings-certificate = Altersgrenze: { $value }
settings-family = Familienmodus: { $value }
settings-spoilers = Spoilerschutz (Handlung erst nach Antippen): { $value }
settings-sharing = Daumenfreigabe (meine Daumen verbessern auch Tipps für andere): { $value }
settings-meaning = Im Familienmodus gibt es nichts über { $certificate } und keinen Horror.
settings-on = an
settings-off = aus
settings-any = keine
settings-unset = keine Angabe
settings-as-app = wie in der App
settings-language-head = Sprache
settings-language-help = Die Sprache, in der ich antworte.
settings-country-head = Land
settings-country-help = Wo du Filme schaust. Dein Land fehlt? Schreib /settings und seine zwei Buchstaben, zum Beispiel /settings IS.
settings-certificate-head = Altersgrenze
settings-certificate-help = Was darüber liegt, zeige ich in diesem Chat nicht, egal bei welchem Wunsch. Das sind die Altersfreigaben der USA.
settings-not-a-country = „{ $said }“ ist kein Land, das ich kenne. Schreib seine zwei Buchstaben, zum Beispiel /settings IS.
settings-gone = Diese Knöpfe sind aus einer älteren Version. Schreib /settings.
button-language = Sprache
button-country = Land
button-certificate = Altersgrenze
button-family = Familienmodus
button-spoilers = Spoilerschutz
button-sharing = Daumenfreigabe
button-switch-on = { $what } einschalten
button-switch-off = { $what } ausschalten
button-back = Zurück

taste-unknown = { $count ->
    [one] Noch weiß ich zu wenig: Gib mir ein weiteres 👍, dann kann ich etwas sagen.
   *[other] Noch weiß ich zu wenig: Gib mir { $count } weitere 👍, dann kann ich etwas sagen.
}
taste-from = { $disliked ->
    [0] Aus { $liked } Filmen mit 👍, verglichen mit allen Filmen:
   *[other] Aus { $liked } Filmen mit 👍 und { $disliked } mit 👎, verglichen mit allen Filmen:
}
taste-moods = Du magst Filme, die { $moods } sind, zum Beispiel { $films }.
taste-spared = Weniger dein Fall: { $moods }.
taste-genres = Genres, die du besonders magst: { $genres }, zum Beispiel { $films }.
taste-person = { $name }: { $count } Filme mit 👍, zuletzt { $films }.
taste-decade = Die { $decade } stechen heraus: { $count } von { $liked } sind aus dieser Zeit.
taste-title = Dein Geschmack
taste-panel-moods = Stimmungen
taste-panel-genres = Genres
taste-panel-decades = Jahrzehnte
taste-legend-own = Filme, die du magst
taste-legend-usual = alle Filme
decade = { $year }er
seen-head = { $count ->
    [one] Ein Film, den du bewertet oder gesehen hast:
   *[other] { $count } Filme, die du bewertet oder gesehen hast, angefangen beim letzten:
}
seen-line = { $verdict } { $title }
seen-more = { $count ->
    [one] … und noch einer. Mit /export bekommst du alle.
   *[other] … und { $count } weitere. Mit /export bekommst du alle.
}
seen-none = Du hast noch keinen Film bewertet.
feedback-what = Schreib es hinter den Befehl: /feedback und was du sagen willst.
feedback-nobody = Hier nimmt niemand Feedback entgegen.
feedback-passed = Weitergegeben, ohne zu sagen, von wem. Hier bleibt nichts davon.
feedback-head = Feedback:
export-ready = Alles, was ich von dir und diesem Chat behalte.
forgotten-what =
    Gelöscht: { $verdicts ->
        [one] eine Bewertung
       *[other] { $verdicts } Bewertungen
    }, { $saved ->
        [one] ein Film von der Merkliste
       *[other] { $saved } Filme von der Merkliste
    }, deine Einstellungen, der Wunsch und die Karten in diesem Chat und die Nummer, unter der ich dich kannte.
import-found = Von { $publisher }: { $liked }-mal 👍, { $disliked }-mal 👎 und { $seen }-mal nur gesehen.
import-missing = Das kenne ich nicht: { $films }.
import-missing-more = { $count ->
    [one] Das kenne ich nicht: { $films } sowie ein weiterer Film.
   *[other] Das kenne ich nicht: { $films } sowie { $count } weitere Filme.
}
import-new = { $count ->
    [0] Nichts davon ist neu für mich.
    [one] Ein Film davon ist neu für mich und zählt ab jetzt.
   *[other] { $count } Filme davon sind neu für mich und zählen ab jetzt.
}
import-not-read = Ich kann lesen, was Letterboxd, IMDb und Trakt exportieren: ZIP, CSV oder JSON, so wie es kam. Diese Datei ist nichts davon, oder sie ist beschädigt.
import-too-large = Diese Datei ist zu groß: Ich nehme höchstens { $most } MB. Schick das ZIP so, wie es kam.
button-watch = 📺 Wo läuft das?
button-trailer = ▶ Trailer
button-my-country = Mein Land angeben
watch-head = { $title } · { $country }:
watch-flatrate = Im Abo: { $places }
watch-free = Kostenlos: { $places }
watch-ads = Mit Werbung: { $places }
watch-rent = Zum Leihen: { $places }
watch-buy = Zum Kaufen: { $places }
watch-nowhere = { $title } · { $country }: Ich weiß von keinem Anbieter, der den Film dort zeigt.
watch-where = { $title }: Nenn mir dein Land, dann sage ich dir, wo der Film läuft.
watch-unknown = { $title }: Ich kann gerade nicht herausfinden, wo der Film läuft. Versuch es später noch einmal.
