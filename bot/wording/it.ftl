# Quello che dice Matinee in italiano. Frasi semplici, dandosi del tu, senza punti esclamativi.

## Quando non c'è niente da mostrare

hello = Dimmi un film che ami, un umore o un desiderio: «divertente e un po' cupo», «colpo anni '90», «film allegro con i bambini». I pollici sulle schede mi insegnano che cosa ti piace.
care = Io conosco solo i film, e quello che hai scritto conta più di un film. Per favore, parla subito con qualcuno: una persona di cui ti fidi o una linea di aiuto. Su findahelpline.com ci sono persone da chiamare o a cui scrivere in quasi tutti i paesi; in caso di emergenza, chiama il numero di emergenza del posto in cui sei.
unclear = Non so che fare di «{ $words }». Dimmi un film che ami, un umore o un desiderio: «colpo anni '90», «film allegro con i bambini».
unclear-empty = Dimmi un film che ami, un umore o un desiderio: «colpo anni '90», «film allegro con i bambini».
no-deck = Non ci sono ancora schede. Dimmi un film che ami, un umore o un desiderio.
cleared = Cancellato. Che cosa ti va di vedere?
nothing-left = Per questo desiderio non ho altro. Cambia una parola, o chiedi qualcos'altro.
noted = Segnato.
taken-back = Annullato.
again = L'avevi già detto.

## Sopra le schede

only = { $count ->
    [0] Niente corrisponde a tutto questo. Il più vicino, lasciando da parte { $relaxed }:
    [one] Un film corrisponde a tutto questo. Poi, lasciando da parte { $relaxed }:
   *[other] { $count } film corrispondono a tutto questo. Poi, lasciando da parte { $relaxed }:
}
took = Ho preso { $title }. Intendevi { $other }?
unplaced = Questo non l'ho capito: { $words }.

relaxed-fame = la notorietà
relaxed-rating = il voto
relaxed-minutes = la durata
relaxed-moods = l'atmosfera
relaxed-years = gli anni
relaxed-themes = il tema
relaxed-critiques = il confronto
relaxed-places = la lingua o il paese
relaxed-genres = il genere
relaxed-people = le persone

## Il desiderio in corso, in una riga

wish-like = come { $titles }
wish-unlike = non come { $titles }
wish-seen = tranne { $titles }
wish-person = { $role ->
    [director] diretto da { $name }
    [composer] musiche di { $name }
    [writer] scritto da { $name }
   *[other] con { $name }
}
wish-not-person = senza { $name }
wish-without = senza { $what }
wish-about = tema: { $what }
wish-years-from = dal { $from } in poi
wish-years-to = fino al { $to }
wish-years = dal { $from } al { $to }
wish-year = del { $from }
wish-minutes-from = almeno { $from }
wish-minutes-to = al massimo { $to }
wish-minutes = da { $from } a { $to }
wish-certificate = al massimo { $certificate }
wish-rating = con voto { $rating } o più
wish-known = conosciuto
wish-gem = gemme nascoste
wish-for = { $audience ->
    [kids] con i bambini
    [family] per la famiglia
    [date] per un appuntamento
    [parents] con i genitori
    [friends] con gli amici
    [alone] in solitaria
   *[other] { $audience }
}
wish-anything = qualcosa di bello
wish-language = { $genres } in { $places }
wish-country = { $genres } ({ $places })

occasion-christmas = Natale
occasion-halloween = Halloween
occasion-hangover = postumi della sbornia
occasion-rainy-day = giorno di pioggia
occasion-lazy-sunday = domenica pigra
occasion-sick-day = a letto con l'influenza
occasion-break-up = fine di un amore
occasion-feeling-low = giù di morale
occasion-long-day = giornata lunga
occasion-valentines-day = San Valentino
occasion-new-year = Capodanno
occasion-thanksgiving = Ringraziamento
occasion-easter = Pasqua
occasion-birthday = compleanno
occasion-on-a-plane = in aereo

## Gradi

very = molto { $what }
somewhat = abbastanza { $what }
much-more = molto { $what }
bit-more = un po' { $what }
not-too = non { $what }

## Telegram

command-start = Dimmi un film che ami, un umore o un desiderio: «divertente e un po' cupo», «colpo anni '90», «film allegro con i bambini». Ricevi una scheda con cinque film da sfogliare; i pollici sulle schede mi insegnano che cosa ti piace.
command-help =
    Scrivi un desiderio come lo diresti: un film che ami, un umore, un decennio, con chi guardi. Poi aggiusta il tiro: «più vecchio», «meno sanguinoso», «con qualcun altro», «qualcos'altro».

    👍 👎 e 👁 mi insegnano che cosa ti piace, e la scheda passa al film dopo. ◀ ▶ sfogliano, «Perché?» spiega, «Altri così» parte da quel film.

    In un gruppo, /movienight trova un film per tutti voi.

    /privacy dice che cosa conservo. /forget lo cancella.
command-privacy =
    Conservo quello che serve ai tuoi film: i tuoi pollici, il desiderio in corso in questa chat con le sue schede, e i numeri che Telegram dà a te e a questa chat. Numeri e desideri sono conservati sigillati. Quello che scrivi viene cancellato appena ho risposto.

    Dell'ultima serata film di un gruppo conservo, anch'essi sigillati, i nomi di chi c'era, i desideri e i voti.

    Nessun numero di telefono, nessun altro nome, nessun altro messaggio. Niente viene ceduto. Le locandine che non disegno io le recupera Telegram.

    /forget cancella tutto, subito e per sempre.
command-unknown = Non conosco questo comando. Scrivi un desiderio, oppure /help.
menu-start = Come iniziare
menu-help = Che cosa puoi dire
menu-movienight = Un film per tutto il gruppo
menu-privacy = Che cosa si conserva di te
menu-forget = Cancella quello che si conserva di te
words-only = Leggo solo parole. Dimmi un film che ami, un umore o un desiderio.
deck-gone = Queste schede sono di troppo tempo fa. Scrivi di nuovo il desiderio, e ridistribuisco.
broken = Qualcosa è andato storto dalla mia parte, ed è segnato. Riprova tra un po'.
forget-sure = Questo cancella i tuoi pollici, i tuoi desideri e il numero con cui ti conosco. Non si può annullare.
forget-privately = Scrivimi /forget in una chat privata: quello che conservo è solo tuo.
forgotten = È tutto cancellato. Se scrivi ancora, si ricomincia da capo.
button-forget = Cancella tutto
movienight-not-here = La serata film è per i gruppi: aggiungimi a uno e scrivi lì /movienight.
movienight-not-yet = La serata film qui non è ancora aperta.

## Motivi, come parti di una frase

hook = { $about }
reason-kin = amato da chi ama { $other }
reason-liked = ti è piaciuto { $other }, e chi lo ama ama anche questo
reason-shares = ha in comune { $value } con { $other }
reason-shares-genre = { $one } come { $other }
reason-more = { $more } di { $other }
reason-less = { $less } di { $other }
reason-mood = { $degree ->
    [very] molto { $mood }
   *[plain] { $mood }
}
reason-without = non { $mood }
reason-director = diretto da { $value }
reason-cast = con { $value }
reason-writer = scritto da { $value }
reason-composer = musiche di { $value }
reason-theme = tema: { $value }
reason-genre = { $one }
reason-year = del { $year }
reason-minutes = dura { $minutes }
reason-place-country = paese: { $value }
reason-place-language = in { $value }
reason-certificate = classificato { $value }
reason-acclaim = molto lodato
reason-gem = poco conosciuto
reason-famous = amato da molti

than = di { $other }
again-it = { "" }

## Perché, in dettaglio

why-kin = Chi ama { $other } ama anche questo.
why-liked = Ti è piaciuto { $other }: chi lo ama ama anche questo.
why-shares = Ha in comune { $value } con { $other }.
why-shares-genre = Come { $other }, è { $one }.
why-more = È { $more } di { $other }: { $own } su 4 per «{ $axis }», contro { $theirs }.
why-less = È { $less } di { $other }: { $own } su 4 per «{ $axis }», contro { $theirs }.
why-mood = Ha { $own } su 4 per «{ $axis }».
why-without = Ha { $own } su 4 per «{ $axis }».
why-director = La regia è di { $value }.
why-cast = Nel cast c'è { $value }.
why-writer = L'ha scritto { $value }.
why-composer = Le musiche sono di { $value }.
why-theme = Il tema c'è: { $value }.
why-genre = È { $one }.
why-year = È del { $year }.
why-minutes = Dura { $minutes }.
why-place-country = Il paese è questo: { $value }.
why-place-language = È in { $value }.
why-certificate = È classificato { $value }.
why-acclaim = È molto lodato.
why-gem = Lo conoscono in pochi.
why-famous = È molto conosciuto.
why-nothing = Era semplicemente il più vicino a quello che hai scritto.

## Paesi che non ci sono più

country-su = Unione Sovietica
country-yu = Jugoslavia
country-cs = Cecoslovacchia
country-xc = Cecoslovacchia
country-dd = Germania Est

## Pulsanti e schede

button-up = 👍
button-down = 👎
button-seen = 👁 Già visto
button-undo = ↩ { $verdict } { $title }
button-why = Perché?
button-more = Altri così
button-previous = ◀
button-next = ▶
button-switch = Cambia
verdict-up = 👍
verdict-down = 👎
verdict-seen = 👁
runtime = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes }
}
runtime-whole = { $hours } h

genre-action = film d'azione
    .one = un film d'azione
    .label = Azione
genre-adventure = film d'avventura
    .one = un film d'avventura
    .label = Avventura
genre-animation = film d'animazione
    .one = un film d'animazione
    .label = Animazione
genre-comedy = commedia
    .one = una commedia
    .label = Commedia
genre-crime = poliziesco
    .one = un poliziesco
    .label = Crimine
genre-documentary = documentario
    .one = un documentario
    .label = Documentario
genre-drama = dramma
    .one = un dramma
    .label = Dramma
genre-family = film per famiglie
    .one = un film per famiglie
    .label = Famiglia
genre-fantasy = fantasy
    .one = un fantasy
    .label = Fantasy
genre-history = film storico
    .one = un film storico
    .label = Storia
genre-horror = film dell'orrore
    .one = un film dell'orrore
    .label = Horror
genre-music = film musicale
    .one = un film musicale
    .label = Musica
genre-mystery = giallo
    .one = un giallo
    .label = Giallo
genre-romance = film d'amore
    .one = un film d'amore
    .label = Romantico
genre-science-fiction = film di fantascienza
    .one = un film di fantascienza
    .label = Fantascienza
genre-thriller = thriller
    .one = un thriller
    .label = Thriller
genre-tv-movie = film per la TV
    .one = un film per la TV
    .label = Film TV
genre-war = film di guerra
    .one = un film di guerra
    .label = Guerra
genre-western = western
    .one = un western
    .label = Western

## Atmosfere: com'è un film, e com'è di più o di meno

mood-funny = divertente
    .more = più divertente
    .less = meno divertente
mood-scary = spaventoso
    .more = più spaventoso
    .less = meno spaventoso
mood-dark = cupo
    .more = più cupo
    .less = meno cupo
mood-romantic = romantico
    .more = più romantico
    .less = meno romantico
mood-tense = teso
    .more = più teso
    .less = meno teso
mood-action = movimentato
    .axis = azione
    .more = più movimentato
    .less = più tranquillo
mood-violent = violento
    .more = più violento
    .less = meno violento
mood-gory = sanguinoso
    .more = più sanguinoso
    .less = meno sanguinoso
mood-sad = triste
    .more = più triste
    .less = meno triste
mood-feel-good = confortante
    .more = più caloroso
    .less = meno confortante
mood-inspiring = ispirante
    .more = più ispirante
    .less = meno ispirante
mood-thought-provoking = profondo
    .more = più profondo
    .less = meno cerebrale
mood-mind-bending = spiazzante
    .more = più spiazzante
    .less = più lineare
mood-complicated = complicato
    .more = più complicato
    .less = più facile da seguire
mood-slow = lento
    .more = più lento
    .less = più veloce
mood-epic = epico
    .more = più epico
    .less = più intimo
mood-big-budget = sfarzoso
    .more = più sfarzoso
    .less = più piccolo
mood-quirky = strambo
    .more = più strambo
    .less = meno strambo
mood-artsy = d'autore
    .more = più d'autore
    .less = meno d'autore
mood-realistic = realistico
    .more = più realistico
    .less = meno realistico
mood-true-story = vicino a una storia vera
    .axis = storia vera
    .more = più vicino a una storia vera
    .less = meno vicino a una storia vera
mood-cheesy = esagerato
    .more = più esagerato
    .less = meno kitsch
mood-silly = sciocco
    .more = più sciocco
    .less = meno sciocco
mood-family-friendly = adatto alla famiglia
    .axis = famiglia
    .more = più adatto alla famiglia
    .less = più adulto
mood-nostalgic = nostalgico
    .more = più nostalgico
    .less = meno nostalgico
mood-sexy = sexy
    .more = più sexy
    .less = meno sexy
mood-satirical = satirico
    .more = più satirico
    .less = meno satirico
mood-bleak = desolante
    .more = più desolante
    .less = più carico di speranza
mood-cosy = accogliente
    .more = più accogliente
    .less = meno accogliente

plain-short = corto
    .more = più corto
    .less = più lungo
plain-recent = recente
    .more = più recente
    .less = più vecchio
plain-famous = conosciuto
    .more = più conosciuto
    .less = meno conosciuto
plain-acclaimed = acclamato
    .more = più acclamato
    .less = meno acclamato

## Serata film

night-head = Serata film · { $wish }
night-in = Ci sono: { $names }
night-wish = { $name }: { $wish }
night-more = { $names } e altri { $count }
night-dealt = { $count ->
    [1] Uno
    [2] Due
    [3] Tre
    [4] Quattro
    [5] Cinque
   *[other] { $count }
} per { $names }:
night-film = { $place }. { $title } · { $facts }
night-film-bare = { $place }. { $title }
night-closes = Si chiude tra { $minutes } min.
night-closes-soon = Si chiude tra meno di un minuto.
night-closes-now = Avete votato tutti. Ora si conta.
night-tonight = Stasera: { $title } · lo guarderebbero { $votes } su { $count }
night-tonight-unvoted = Stasera: { $title }
night-nobody = Nessuno ha votato, quindi è quello più adatto a tutti voi.
night-tie-worst-off = Tanti voti quanti { $others }; questo non lascia nessuno troppo indietro.
night-tie-average = Tanti voti quanti { $others }; questo in media vi si addice di più.
night-tie-order = Tanti voti quanti { $others }, e nient'altro a dividerli.
night-why = { $name }: { $why }.
night-why-mood = { $moods }, come piace a te
night-why-liked = vicino a film che ti piacciono
night-why-nothing = il più vicino al desiderio che ha aperto la serata
night-cancelled = Questa serata film è annullata.

night-button-join = 🙋 Ci sono
night-button-wish = ✍️ Aggiungi un desiderio
night-button-deal = 🎬 Distribuisci
night-button-vote = { $title } · { $count }
night-button-close = Chiudi

night-note-opened = Dite chi c'è, poi distribuite.
night-note-joined = Ci sei.
night-note-already-in = Ci sei.
night-note-left = Non ci sei più. Tocca ancora per tornare.
night-note-not-in = Questo è per chi c'è.
night-note-wished = Segnato.
night-note-dealt = Vota per tutti quelli che guarderesti.
night-note-nothing-fits = Niente va bene per tutti i desideri. Lasciatene uno, e distribuite di nuovo.
night-note-voted = Guarderesti { $title }.
night-note-unvoted = Annullato.
night-note-twice = Segnato.
night-note-not-dealt = Non ci sono ancora film da votare.
night-note-already-dealt = I film sono già distribuiti. I desideri valgono prima.
night-note-decided = Contato.
night-note-cancelled = Annullata.
night-note-over = Questa serata è finita.
night-note-no-night = Qui non c'è nessuna serata film. Iniziane una con /movienight.
night-note-unclear = Non ci leggo un desiderio. Prova «niente di spaventoso» o «meno di due ore».
night-ask-wish = Che cosa desideri stasera, o non desideri? Rispondi a questo messaggio con una riga come «niente di spaventoso».

## Shared cards in groups

button-mine = Le mie
shared-count = { $button } { $count }
shared-pages = Queste schede le sfoglia solo chi le ha chieste, o un admin. Tocca «Le mie» per avere le tue.

## Movie night, in depth

night-button-leave = Non ci sono
night-button-cancel = Annulla la serata
night-button-privately = 🤫 Desiderio in privato
night-tie-owed = Tanti voti quanti { $others }; questo va a chi nelle serate scorse ha avuto meno fortuna.
night-after = Allora, com'era { $title }?
night-ask = { $name }, che cosa desideri stasera, o non desideri? Rispondi a questo messaggio con una riga come «niente di spaventoso».
night-ask-privately = Che cosa desideri per la serata film, o non desideri? Rispondi a questo messaggio con una riga come «niente di spaventoso». Ne tengo conto e non lo dico a nessuno.
night-noted-privately = Segnato, e resta tra noi. Ci sei.
night-link-old = Quella serata film è finita. Iniziane un'altra nel gruppo con /movienight.
night-link-others = Quella serata film è per chi sta nel gruppo.
night-note-asked = Domanda fatta.
night-note-liked = Segnato.
night-note-disliked = Segnato.
night-note-unsaid = Annullato.
night-button-poll = 📊 Vota con sondaggio
night-button-buttons = 🔘 Vota con i pulsanti
night-note-by-poll = Voterete in un sondaggio.
night-note-by-buttons = Voterete con i pulsanti.
night-poll-question = Quali di questi guardereste? Sceglietene quanti ne volete.
night-poll-voted = Hanno votato nel sondaggio: { $voted } su { $count }.
night-no-poll = Qui non posso inviare sondaggi, quindi votate con i pulsanti.

## Cards in other chats: what stands under a card that was sent by typing the bot's name, and above the offers.

inline-open = Apri in Matinee
inline-button = Parla con Matinee

## What a private chat can do beside wishing

button-save = 🔖 Salva per dopo
button-unsave = 🔖 Salvato
saved = Salvato. Con /watchlist li vedi tutti.
unsaved = Tolto dai salvati.
watchlist-head = { $count ->
    [one] Salvati per dopo: un film
   *[other] Salvati per dopo: { $count } film
}
watchlist-empty = Non c'è niente di salvato. Tocca 🔖 su una scheda per tenere un film per dopo.
similar-what = Aggiungi un film: /similar e il titolo.
similar-unknown = Questo film non lo conosco. Controlla il titolo, o dimmi com'è.

menu-surprise = Film senza chiedere niente
menu-similar = Film simili a quello che dici tu
menu-taste = Che cosa ti piace, secondo me
menu-watchlist = I film che hai salvato
menu-seen = I film che hai visto o giudicato
menu-settings = Lingua, paese, limite d'età
menu-export = Tutto quello che si conserva di te, in un file
menu-feedback = Scrivi a chi gestisce questo bot
help-more =
    /surprise funziona senza desideri, /similar con un titolo trova film simili. /taste dice che cosa ti piace secondo me, /watchlist e /seen mostrano i tuoi film. Mandami il file esportato da Letterboxd, IMDb o Trakt, e saprò che cosa hai visto lì. In /settings ci sono lingua, paese, limite d'età e modalità famiglia.
privacy-more =
    Anche le tue impostazioni sono sigillate; i film salvati si conservano come i tuoi pollici. /export ti manda tutto. Quello che scrivi con /feedback viene inoltrato e qui non resta. I tuoi pollici non servono a nessun altro se non lo permetti tu in /settings, e puoi sempre ripensarci.
privacy-days = Dopo { $days } giorni senza una parola, viene cancellato tutto.
privacy-no-days = Resta tutto finché non lo cancelli tu.
alone = Scrivimi { $command } in una chat privata: resta tra noi.

settings-head = Impostazioni
settings-language = Lingua: { $value }
settings-country = Paese: { $value }
settings-certificate = Limite d'età: { $value }
settings-family = Modalità famiglia: { $value }
settings-spoilers = Trame nascoste finché non le tocchi: { $value }
settings-sharing = I miei pollici possono servire a consigliare altre persone: { $value }
settings-meaning = In modalità famiglia, niente sopra { $certificate } e niente horror.
settings-on = sì
settings-off = no
settings-any = nessuno
settings-unset = non indicato
settings-as-app = quella della tua app
settings-language-head = Lingua
settings-language-help = La lingua in cui ti rispondo.
settings-country-head = Paese
settings-country-help = Dove guardi i film. Se non è nella lista, scrivi /settings e la sua sigla di due lettere, per esempio /settings IS.
settings-certificate-head = Limite d'età
settings-certificate-help = In questa chat non distribuisco niente che lo superi, qualunque sia il desiderio. Le classificazioni sono quelle degli Stati Uniti.
settings-not-a-country = «{ $said }» non è un paese che conosco. Scrivi la sua sigla di due lettere, per esempio /settings IS.
settings-gone = Questi pulsanti sono di una versione precedente. Scrivi /settings.
button-language = Lingua
button-country = Paese
button-certificate = Limite d'età
button-family = modalità famiglia
button-spoilers = trame nascoste
button-sharing = pollici condivisi
button-switch-on = Attiva { $what }
button-switch-off = Disattiva { $what }
button-back = Indietro

taste-unknown = { $count ->
    [one] Ne so ancora troppo poco: un altro 👍 e potrò dirti qualcosa.
   *[other] Ne so ancora troppo poco: altri { $count } 👍 e potrò dirti qualcosa.
}
taste-from = { $disliked ->
    [0] Da { $liked } film che ti sono piaciuti, rispetto a tutti i film:
    [one] Da { $liked } film che ti sono piaciuti e uno che non ti è piaciuto, rispetto a tutti i film:
   *[other] Da { $liked } film che ti sono piaciuti e { $disliked } che non ti sono piaciuti, rispetto a tutti i film:
}
taste-moods = Ti piace che un film sia { $moods }, come { $films }.
taste-spared = Un po' meno nelle tue corde: { $moods }.
taste-genres = Generi che ti piacciono più della media: { $genres }, per esempio { $films }.
taste-person = { $name }: { $count } di questi film, gli ultimi sono { $films }.
taste-decade = Spiccano gli anni { $decade }: { $count } film su { $liked } sono di quegli anni.
taste-title = I tuoi gusti
taste-panel-moods = Atmosfere
taste-panel-genres = Generi
taste-panel-decades = Decenni
taste-legend-own = film che ti sono piaciuti
taste-legend-usual = tutti i film
decade = { $year }
seen-head = { $count ->
    [one] Un film che hai visto o giudicato:
   *[other] { $count } film che hai visto o giudicato, a partire dagli ultimi:
}
seen-line = { $verdict } { $title }
seen-more = { $count ->
    [one] … e un altro. In /export ci sono tutti.
   *[other] … e altri { $count }. In /export ci sono tutti.
}
seen-none = Non hai ancora giudicato nessun film.
feedback-what = Scrivilo dopo il comando: /feedback e quello che vuoi dire.
feedback-nobody = Qui nessuno raccoglie commenti.
feedback-passed = Inoltrato, ma senza dire chi l'ha scritto. Qui non ne resta niente.
feedback-head = Un commento:
export-ready = Tutto quello che conservo di te e di questa chat.
forgotten-what =
    Cancellati: { $verdicts ->
        [one] un giudizio su un film
       *[other] { $verdicts } giudizi su film
    }, { $saved ->
        [one] un film salvato
       *[other] { $saved } film salvati
    }, le tue impostazioni, il desiderio e le schede di questa chat, e il numero con cui ti conosco.
import-found =
    Da { $publisher }: { $liked ->
        [one] un film che ti è piaciuto
       *[other] { $liked } film che ti sono piaciuti
    }, { $disliked ->
        [one] uno che non ti è piaciuto
       *[other] { $disliked } che non ti sono piaciuti
    }, { $seen ->
        [one] un altro già visto
       *[other] altri { $seen } già visti
    }.
import-missing = Non conosco { $films }.
import-missing-more = { $count ->
    [one] Non conosco { $films }, più un altro.
   *[other] Non conosco { $films }, più altri { $count }.
}
import-new = { $count ->
    [0] Non c'è niente di nuovo per me.
    [one] Un film è nuovo per me, e da adesso conta.
   *[other] { $count } film sono nuovi per me, e da adesso contano.
}
import-not-read = So leggere quello che esportano Letterboxd, IMDb e Trakt: lo zip, il CSV o il JSON, così com'è. Questo file è un'altra cosa, oppure è danneggiato.
import-too-large = Questo file è troppo grande: arrivo fino a { $most } MB. Manda lo zip così com'è.
button-watch = 📺 Dove vederlo
button-trailer = ▶ Trailer
button-my-country = Indica il mio paese
watch-head = { $title } · { $country }:
watch-flatrate = In abbonamento: { $places }
watch-free = Gratis: { $places }
watch-ads = Con pubblicità: { $places }
watch-rent = A noleggio: { $places }
watch-buy = In vendita: { $places }
watch-nowhere = { $title } · { $country }: non so di nessun posto dove vederlo.
watch-where = { $title }: dimmi il tuo paese, e ti dico dove vederlo.
watch-unknown = { $title }: non riesco a sapere dove vederlo. Riprova tra un po'.
