# Ce que dit Matinee en français. Des phrases simples, on se tutoie, pas de point d'exclamation.

## Quand il n'y a rien à distribuer

hello = Dis-moi un film que tu adores, une humeur ou une envie : « drôle et un peu sombre », « casse des années 90 », « un film qui fait du bien avec des enfants ». Les pouces sur les cartes m'apprennent ce que tu aimes.
care = Je ne connais que les films, et ce que tu as écrit compte plus qu'un film. S'il te plaît, parle maintenant à quelqu'un : une personne de confiance ou une ligne d'écoute. Sur findahelpline.com, il y a des gens à appeler ou à qui écrire dans la plupart des pays ; en cas d'urgence, appelle le numéro d'urgence de là où tu es.
unclear = Je ne sais pas quoi faire de « { $words } ». Dis-moi un film que tu adores, une humeur ou une envie : « casse des années 90 », « un film qui fait du bien avec des enfants ».
unclear-empty = Dis-moi un film que tu adores, une humeur ou une envie : « casse des années 90 », « un film qui fait du bien avec des enfants ».
no-deck = Il n'y a pas encore de cartes. Dis-moi un film que tu adores, une humeur ou une envie.
cleared = Effacé. Qu'aimerais-tu voir ?
nothing-left = C'est tout ce que j'ai pour cette envie. Change un mot, ou demande autre chose.
noted = C'est noté.
taken-back = Retiré.
again = Tu l'as déjà dit.

## Au-dessus des cartes

only = { $count ->
    [0] Rien ne correspond à tout cela. Au plus près, en laissant de côté { $relaxed } :
    [one] { $count } film correspond à tout cela. Ensuite, en laissant de côté { $relaxed } :
   *[other] { $count } films correspondent à tout cela. Ensuite, en laissant de côté { $relaxed } :
}
took = J'ai pris { $title }. Tu pensais à { $other } ?
unplaced = Je n'ai pas compris ceci : { $words }.

relaxed-fame = la notoriété
relaxed-rating = la note
relaxed-minutes = la durée
relaxed-moods = l'ambiance
relaxed-years = les années
relaxed-themes = le sujet
relaxed-critiques = la comparaison
relaxed-places = la langue ou le pays
relaxed-genres = le genre
relaxed-people = les personnes

## L'envie en cours, en une ligne

wish-like = comme { $titles }
wish-unlike = pas comme { $titles }
wish-seen = sauf { $titles }
wish-person = { $role ->
    [director] réalisé par { $name }
    [composer] musique de { $name }
    [writer] scénario de { $name }
   *[other] avec { $name }
}
wish-not-person = sans { $name }
wish-without = sans { $what }
wish-about = sur le thème : { $what }
wish-years-from = à partir de { $from }
wish-years-to = jusqu'à { $to }
wish-years = de { $from } à { $to }
wish-year = de { $from }
wish-minutes-from = au moins { $from }
wish-minutes-to = { $to } au plus
wish-minutes = de { $from } à { $to }
wish-certificate = { $certificate } au plus
wish-rating = noté { $rating } ou plus
wish-known = connu
wish-gem = perles rares
wish-for = { $audience ->
    [kids] avec des enfants
    [family] pour la famille
    [date] pour un rendez-vous
    [parents] avec les parents
    [friends] entre amis
    [alone] en solo
   *[other] { $audience }
}
wish-anything = quelque chose de bien
wish-language = { $genres } en { $places }
wish-country = { $genres } ({ $places })

occasion-christmas = Noël
occasion-halloween = Halloween
occasion-hangover = gueule de bois
occasion-rainy-day = jour de pluie
occasion-lazy-sunday = dimanche paresseux
occasion-sick-day = au fond du lit
occasion-break-up = rupture
occasion-feeling-low = coup de blues
occasion-long-day = longue journée
occasion-valentines-day = Saint-Valentin
occasion-new-year = réveillon
occasion-thanksgiving = Thanksgiving
occasion-easter = Pâques
occasion-birthday = anniversaire
occasion-on-a-plane = en avion

## Degrés

very = très { $what }
somewhat = assez { $what }
much-more = beaucoup { $what }
bit-more = un peu { $what }
not-too = pas { $what }

## Telegram

command-start = Dis-moi un film que tu adores, une humeur ou une envie : « drôle et un peu sombre », « casse des années 90 », « un film qui fait du bien avec des enfants ». Tu reçois une carte avec cinq films à feuilleter ; les pouces sur les cartes m'apprennent ce que tu aimes.
command-help =
    Écris une envie comme tu la dirais : un film que tu adores, une humeur, une décennie, avec qui tu regardes. Puis ajuste : « plus ancien », « moins sanglant », « avec quelqu'un d'autre », « autre chose ».

    👍 👎 et 👁 m'apprennent ce que tu aimes, et la carte passe au film suivant. ◀ ▶ feuillettent, « Pourquoi ? » explique, « Dans ce genre » part de ce film.

    Dans un groupe, /movienight trouve un film pour vous tous.

    /privacy dit ce que je garde. /forget l'efface.
command-privacy =
    Je garde ce dont tes films ont besoin : tes pouces, l'envie en cours dans cette discussion avec ses cartes, et les numéros que Telegram donne à toi et à cette discussion. Numéros et envies sont gardés scellés. Ce que tu écris est effacé dès que j'y ai répondu.

    De la dernière soirée film d'un groupe, je garde, scellés aussi, les prénoms de ceux qui en étaient, leurs envies et leurs votes.

    Pas de numéro de téléphone, pas d'autres noms, pas d'autres messages. Rien n'est transmis. Les affiches que je ne dessine pas moi-même sont cherchées par Telegram.

    /forget efface tout, tout de suite et pour de bon.
command-unknown = Je ne connais pas cette commande. Écris plutôt une envie, ou /help.
menu-start = Par où commencer
menu-help = Ce que tu peux dire
menu-movienight = Un film pour tout un groupe
menu-privacy = Ce qui est gardé de toi
menu-forget = Effacer ce qui est gardé de toi
words-only = Je ne lis que des mots. Dis-moi un film que tu adores, une humeur ou une envie.
deck-gone = Ces cartes sont trop anciennes. Écris ton envie à nouveau, et je redistribue.
broken = Quelque chose a mal tourné de mon côté, et c'est noté. Réessaie dans un moment.
forget-sure = Cela efface tes pouces, tes envies et le numéro sous lequel je te connais. On ne peut pas revenir en arrière.
forget-privately = Écris-moi /forget dans une discussion privée : ce que je garde n'est qu'à toi.
forgotten = Tout est effacé. Si tu écris à nouveau, on repart de zéro.
button-forget = Tout effacer
movienight-not-here = La soirée film est pour les groupes : ajoute-moi à un groupe et écris-y /movienight.
movienight-not-yet = La soirée film n'est pas ouverte ici.

## Raisons, comme parties d'une phrase

hook = { $about }
reason-kin = adoré de ceux qui adorent { $other }
reason-liked = tu as aimé { $other }, et ceux qui l'adorent adorent celui-ci
reason-shares = a en commun { $value } avec { $other }
reason-shares-genre = { $one } comme { $other }
reason-more = { $more } que { $other }
reason-less = { $less } que { $other }
reason-mood = { $degree ->
    [very] très { $mood }
   *[plain] { $mood }
}
reason-without = pas { $mood }
reason-director = réalisé par { $value }
reason-cast = avec { $value }
reason-writer = écrit par { $value }
reason-composer = musique de { $value }
reason-theme = sur le thème : { $value }
reason-genre = { $one }
reason-year = de { $year }
reason-minutes = dure { $minutes }
reason-place-country = pays : { $value }
reason-place-language = en { $value }
reason-certificate = classé { $value }
reason-acclaim = très salué
reason-gem = peu connu
reason-famous = aimé de beaucoup

than = que { $other }
again-it = { "" }

## Pourquoi, en détail

why-kin = Ceux qui adorent { $other } adorent aussi celui-ci.
why-liked = Tu as aimé { $other } : ceux qui l'adorent adorent aussi celui-ci.
why-shares = Il a en commun { $value } avec { $other }.
why-shares-genre = Comme { $other }, c'est { $one }.
why-more = Il est { $more } que { $other } : { $own } sur 4 pour « { $axis } », contre { $theirs }.
why-less = Il est { $less } que { $other } : { $own } sur 4 pour « { $axis } », contre { $theirs }.
why-mood = Il a { $own } sur 4 pour « { $axis } ».
why-without = Il a { $own } sur 4 pour « { $axis } ».
why-director = À la réalisation : { $value }.
why-cast = Au générique : { $value }.
why-writer = Au scénario : { $value }.
why-composer = À la musique : { $value }.
why-theme = Le thème y est : { $value }.
why-genre = C'est { $one }.
why-year = Il est de { $year }.
why-minutes = Il dure { $minutes }.
why-place-country = Son pays : { $value }.
why-place-language = Il est en { $value }.
why-certificate = Il est classé { $value }.
why-acclaim = Il est très salué.
why-gem = Peu de gens le connaissent.
why-famous = Il est très connu.
why-nothing = C'était simplement le plus proche de ce que tu as écrit.

## Pays qui n'existent plus

country-su = Union soviétique
country-yu = Yougoslavie
country-cs = Tchécoslovaquie
country-xc = Tchécoslovaquie
country-dd = Allemagne de l'Est

## Boutons et cartes

button-up = 👍
button-down = 👎
button-seen = 👁 Déjà vu
button-undo = ↩ { $verdict } { $title }
button-why = Pourquoi ?
button-more = Dans ce genre
button-previous = ◀
button-next = ▶
button-switch = Changer
verdict-up = 👍
verdict-down = 👎
verdict-seen = 👁
runtime = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes }
}
runtime-whole = { $hours } h

genre-action = film d'action
    .one = un film d'action
    .label = Action
genre-adventure = film d'aventure
    .one = un film d'aventure
    .label = Aventure
genre-animation = film d'animation
    .one = un film d'animation
    .label = Animation
genre-comedy = comédie
    .one = une comédie
    .label = Comédie
genre-crime = film policier
    .one = un film policier
    .label = Policier
genre-documentary = documentaire
    .one = un documentaire
    .label = Documentaire
genre-drama = drame
    .one = un drame
    .label = Drame
genre-family = film familial
    .one = un film familial
    .label = Familial
genre-fantasy = film de fantasy
    .one = un film de fantasy
    .label = Fantasy
genre-history = film historique
    .one = un film historique
    .label = Histoire
genre-horror = film d'horreur
    .one = un film d'horreur
    .label = Horreur
genre-music = film musical
    .one = un film musical
    .label = Musique
genre-mystery = film à énigme
    .one = un film à énigme
    .label = Mystère
genre-romance = film d'amour
    .one = un film d'amour
    .label = Romance
genre-science-fiction = film de science-fiction
    .one = un film de science-fiction
    .label = Science-fiction
genre-thriller = thriller
    .one = un thriller
    .label = Thriller
genre-tv-movie = téléfilm
    .one = un téléfilm
    .label = Téléfilm
genre-war = film de guerre
    .one = un film de guerre
    .label = Guerre
genre-western = western
    .one = un western
    .label = Western

## Ambiances : comment est un film, et plus ou moins

mood-funny = drôle
    .more = plus drôle
    .less = moins drôle
mood-scary = effrayant
    .more = plus effrayant
    .less = moins effrayant
mood-dark = sombre
    .more = plus sombre
    .less = moins sombre
mood-romantic = romantique
    .more = plus romantique
    .less = moins romantique
mood-tense = tendu
    .more = plus tendu
    .less = moins tendu
mood-action = mouvementé
    .axis = action
    .more = plus mouvementé
    .less = plus calme
mood-violent = violent
    .more = plus violent
    .less = moins violent
mood-gory = sanglant
    .more = plus sanglant
    .less = moins sanglant
mood-sad = triste
    .more = plus triste
    .less = moins triste
mood-feel-good = réconfortant
    .more = plus chaleureux
    .less = moins réconfortant
mood-inspiring = inspirant
    .more = plus inspirant
    .less = moins inspirant
mood-thought-provoking = profond
    .more = plus profond
    .less = moins cérébral
mood-mind-bending = déroutant
    .more = plus déroutant
    .less = plus linéaire
mood-complicated = compliqué
    .more = plus compliqué
    .less = plus facile à suivre
mood-slow = lent
    .more = plus lent
    .less = plus rapide
mood-epic = épique
    .more = plus épique
    .less = plus intime
mood-big-budget = grandiose
    .more = plus grandiose
    .less = plus modeste
mood-quirky = décalé
    .more = plus décalé
    .less = moins décalé
mood-artsy = artistique
    .more = plus film d'auteur
    .less = moins film d'auteur
mood-realistic = réaliste
    .more = plus réaliste
    .less = moins réaliste
mood-true-story = proche d'une histoire vraie
    .axis = histoire vraie
    .more = plus proche d'une histoire vraie
    .less = moins proche d'une histoire vraie
mood-cheesy = outré
    .more = plus outré
    .less = moins kitsch
mood-silly = loufoque
    .more = plus loufoque
    .less = moins loufoque
mood-family-friendly = familial
    .more = plus familial
    .less = plus adulte
mood-nostalgic = nostalgique
    .more = plus nostalgique
    .less = moins nostalgique
mood-sexy = sexy
    .more = plus sexy
    .less = moins sexy
mood-satirical = satirique
    .more = plus satirique
    .less = moins satirique
mood-bleak = désespéré
    .more = plus désespéré
    .less = plus porteur d'espoir
mood-cosy = douillet
    .more = plus douillet
    .less = moins douillet

plain-short = court
    .more = plus court
    .less = plus long
plain-recent = récent
    .more = plus récent
    .less = plus ancien
plain-famous = connu
    .more = plus connu
    .less = moins connu
plain-acclaimed = salué
    .more = plus salué
    .less = moins salué

## Soirée film

night-head = Soirée film · { $wish }
night-in = Partants : { $names }
night-wish = { $name } : { $wish }
night-more = { $names } et { $count } de plus
night-dealt = { $count ->
    [1] Un film
    [2] Deux films
    [3] Trois films
    [4] Quatre films
    [5] Cinq films
   *[other] { $count } films
} pour { $names } :
night-film = { $place }. { $title } · { $facts }
night-film-bare = { $place }. { $title }
night-closes = Fin dans { $minutes } min.
night-closes-soon = Fin dans moins d'une minute.
night-closes-now = Tout le monde a voté. Place au compte.
night-tonight = Ce soir : { $title } · { $votes } sur { $count } le regarderaient
night-tonight-unvoted = Ce soir : { $title }
night-nobody = Personne n'a voté, alors c'est celui qui vous convient le mieux à tous.
night-tie-worst-off = Autant de voix que { $others } ; celui-ci ne laisse personne loin derrière.
night-tie-average = Autant de voix que { $others } ; celui-ci vous convient mieux en moyenne.
night-tie-order = Autant de voix que { $others }, et rien d'autre ne les départage.
night-why = { $name } : { $why }.
night-why-mood = { $moods }, comme tu les aimes
night-why-liked = proche de films que tu aimes
night-why-nothing = au plus près de l'envie qui a ouvert la soirée
night-cancelled = Cette soirée film est annulée.

night-button-join = 🙋 J'en suis
night-button-wish = ✍️ Ajouter une envie
night-button-deal = 🎬 Distribuer
night-button-vote = { $title } · { $count }
night-button-close = Clore

night-note-opened = Dites qui en est, puis distribuez.
night-note-joined = Tu en es.
night-note-already-in = Tu en es.
night-note-left = Tu n'en es plus. Touche encore pour revenir.
night-note-not-in = C'est pour celles et ceux qui en sont.
night-note-wished = C'est noté.
night-note-dealt = Vote pour tous ceux que tu regarderais.
night-note-nothing-fits = Rien ne convient à toutes les envies. Laissez-en une, et distribuez à nouveau.
night-note-voted = Tu regarderais { $title }.
night-note-unvoted = Retiré.
night-note-twice = C'est noté.
night-note-not-dealt = Il n'y a pas encore de films à voter.
night-note-already-dealt = Les films sont distribués. Les envies comptent avant.
night-note-decided = C'est compté.
night-note-cancelled = C'est annulé.
night-note-over = Cette soirée est finie.
night-note-no-night = Pas de soirée film ici. Lances-en une avec /movienight.
night-note-unclear = Je n'ai pas su y lire une envie. Essaie « rien d'effrayant » ou « moins de deux heures ».
night-ask-wish = De quoi as-tu envie ce soir, ou pas envie ? Réponds à ce message par une ligne comme « rien d'effrayant ».

## Shared cards in groups

button-mine = Les miennes
shared-count = { $button } { $count }
shared-pages = Seuls les admins et la personne qui a demandé ces cartes peuvent les feuilleter. Touche « Les miennes » pour avoir les tiennes.

## Movie night, in depth

night-button-leave = Sans moi
night-button-cancel = Annuler la soirée
night-button-privately = 🤫 Envie en privé
night-tie-owed = Autant de voix que { $others } ; celui-ci est pour celles et ceux qui ont eu moins de chance les soirées d'avant.
night-after = Alors, { $title }, c'était comment ?
night-ask = { $name }, de quoi as-tu envie ce soir, ou pas envie ? Réponds à ce message par une ligne comme « rien d'effrayant ».
night-ask-privately = De quoi as-tu envie pour la soirée film, ou pas envie ? Réponds à ce message par une ligne comme « rien d'effrayant ». J'en tiens compte et je n'en parle à personne.
night-noted-privately = C'est noté, et ça reste entre nous. Tu en es.
night-link-old = Cette soirée film est finie. Lances-en une autre dans le groupe avec /movienight.
night-link-others = Cette soirée film est pour celles et ceux qui sont dans le groupe.
night-note-asked = La question est posée.
night-note-liked = C'est noté.
night-note-disliked = C'est noté.
night-note-unsaid = Retiré.
night-button-poll = 📊 Voter par sondage
night-button-buttons = 🔘 Voter par boutons
night-note-by-poll = Vous voterez dans un sondage.
night-note-by-buttons = Vous voterez avec les boutons.
night-poll-question = Lesquels regarderiez-vous ? Choisissez-en autant que vous voulez.
night-poll-voted = Votes dans le sondage : { $voted } sur { $count }.
night-no-poll = Je ne peux pas envoyer de sondage ici, alors vous votez avec les boutons.

## Cards in other chats: what stands under a card that was sent by typing the bot's name, and above the offers.

inline-open = Ouvrir dans Matinee
inline-button = Parler avec Matinee

## What a private chat can do beside wishing

button-save = 🔖 À voir plus tard
button-unsave = 🔖 Dans ta liste
saved = Ajouté à ta liste. /watchlist l'affiche en entier.
unsaved = Retiré de ta liste.
watchlist-head = { $count ->
    [one] À voir plus tard : { $count } film
   *[other] À voir plus tard : { $count } films
}
watchlist-empty = Ta liste est vide. Touche 🔖 sur une carte pour garder un film pour plus tard.
similar-what = Ajoute un film derrière : /similar et le titre.
similar-unknown = Je ne connais pas ce film. Vérifie le titre, ou dis-moi à quoi il ressemble.

menu-surprise = Des films sans rien demander
menu-similar = Des films proches de celui que tu nommes
menu-taste = Ce que tu aimes, d'après moi
menu-watchlist = Ta liste de films à voir
menu-seen = Les films que tu as vus ou jugés
menu-settings = Langue, pays, limite d'âge
menu-export = Tout ce qui est gardé de toi, dans un fichier
menu-feedback = Écrire à qui s'occupe de ce bot
help-more =
    /surprise marche sans envie précise, /similar suivi d'un titre trouve des films proches. /taste dit ce que tu aimes d'après moi, /watchlist et /seen montrent tes films. Envoie-moi le fichier exporté de Letterboxd, IMDb ou Trakt, et je saurai ce que tu y as vu. Dans /settings : langue, pays, limite d'âge et mode famille.
privacy-more =
    Tes réglages sont scellés aussi ; les films de ta liste sont gardés comme tes pouces. /export t'envoie le tout. Ce que tu écris avec /feedback est transmis, et n'est pas gardé ici. Tes pouces ne servent à personne d'autre, sauf si tu le permets dans /settings, et tu peux changer d'avis.
privacy-days = Après { $days } jours sans un mot, tout est effacé.
privacy-no-days = Tout est gardé jusqu'à ce que tu l'effaces.
alone = Écris-moi { $command } dans une discussion privée : ça reste entre nous.

settings-head = Réglages
settings-language = Langue : { $value }
settings-country = Pays : { $value }
settings-certificate = Limite d'âge : { $value }
settings-family = Mode famille : { $value }
settings-spoilers = Résumés masqués, à toucher pour les lire : { $value }
settings-sharing = Mes pouces peuvent servir à conseiller d'autres personnes : { $value }
settings-meaning = En mode famille, rien au-dessus de { $certificate } et pas d'horreur.
settings-on = oui
settings-off = non
settings-any = aucune
settings-unset = non précisé
settings-as-app = celle de ton appli
settings-language-head = Langue
settings-language-help = La langue dans laquelle je te réponds.
settings-country-head = Pays
settings-country-help = Là où tu regardes tes films. S'il n'est pas dans la liste, écris /settings et son code à deux lettres, par exemple /settings IS.
settings-certificate-head = Limite d'âge
settings-certificate-help = Rien au-dessus n'est distribué dans cette discussion, quelle que soit l'envie. Ce sont les classifications des États-Unis.
settings-not-a-country = « { $said } » n'est pas un pays que je connais. Écris son code à deux lettres, par exemple /settings IS.
settings-gone = Ces boutons datent d'une ancienne version. Écris /settings.
button-language = Langue
button-country = Pays
button-certificate = Limite d'âge
button-family = le mode famille
button-spoilers = les résumés masqués
button-sharing = le partage des pouces
button-switch-on = Activer { $what }
button-switch-off = Désactiver { $what }
button-back = Retour

taste-unknown = { $count ->
    [one] J'en sais trop peu pour l'instant : encore un 👍 et je pourrai t'en dire plus.
   *[other] J'en sais trop peu pour l'instant : encore { $count } 👍 et je pourrai t'en dire plus.
}
taste-from = { $disliked ->
    [0] D'après { $liked } films que tu as aimés, comparés à l'ensemble des films :
    [one] D'après { $liked } films que tu as aimés et { $disliked } que tu n'as pas aimé, comparés à l'ensemble des films :
   *[other] D'après { $liked } films que tu as aimés et { $disliked } que tu n'as pas aimés, comparés à l'ensemble des films :
}
taste-moods = Tu aimes qu'un film soit { $moods }, comme { $films }.
taste-spared = Un peu moins ton truc : { $moods }.
taste-genres = Genres que tu aimes plus que la moyenne : { $genres }, par exemple { $films }.
taste-person = { $name } : { $count } de ces films, les derniers étant { $films }.
taste-decade = Les années { $decade } ressortent : { $count } films sur { $liked } sont de cette époque.
taste-title = Tes goûts
taste-panel-moods = Ambiances
taste-panel-genres = Genres
taste-panel-decades = Décennies
taste-legend-own = films que tu as aimés
taste-legend-usual = tous les films
decade = { $year }
seen-head = { $count ->
    [one] Un film que tu as vu ou jugé :
   *[other] { $count } films que tu as vus ou jugés, les derniers en tête :
}
seen-line = { $verdict } { $title }
seen-more = … et { $count } de plus. Ils sont tous dans /export.
seen-none = Tu n'as encore jugé aucun film.
feedback-what = Écris-le derrière la commande : /feedback et ce que tu veux dire.
feedback-nobody = Ici, personne ne recueille de retours.
feedback-passed = C'est transmis, sans dire qui l'a écrit. Rien n'en est gardé ici.
feedback-head = Un retour :
export-ready = Tout ce que je garde de toi et de cette discussion.
forgotten-what =
    Effacé : { $verdicts ->
        [one] { $verdicts } avis sur un film
       *[other] { $verdicts } avis sur des films
    }, { $saved ->
        [one] { $saved } film de ta liste
       *[other] { $saved } films de ta liste
    }, tes réglages, l'envie et les cartes de cette discussion, et le numéro sous lequel je te connais.
import-found =
    Sur { $publisher } : { $liked ->
        [one] { $liked } film aimé
       *[other] { $liked } films aimés
    }, { $disliked ->
        [one] { $disliked } pas aimé
       *[other] { $disliked } pas aimés
    }, { $seen ->
        [one] { $seen } autre déjà vu
       *[other] { $seen } autres déjà vus
    }.
import-missing = Je ne connais pas { $films }.
import-missing-more = { $count ->
    [one] Je ne connais pas { $films }, ni { $count } autre.
   *[other] Je ne connais pas { $films }, ni { $count } autres.
}
import-new = { $count ->
    [0] Rien là-dedans n'est nouveau pour moi.
    [one] Un film est nouveau pour moi, et compte dès maintenant.
   *[other] { $count } films sont nouveaux pour moi, et comptent dès maintenant.
}
import-not-read = Je sais lire les exports de Letterboxd, IMDb et Trakt : le zip, le CSV ou le JSON, tel quel. Ce fichier n'en est pas un, ou il est abîmé.
import-too-large = Ce fichier est trop lourd : je prends jusqu'à { $most } Mo. Envoie le zip tel quel.
button-watch = 📺 Où le voir
button-trailer = ▶ Bande-annonce
button-my-country = Indiquer mon pays
watch-head = { $title } · { $country } :
watch-flatrate = Avec un abonnement : { $places }
watch-free = Gratuit : { $places }
watch-ads = Avec de la pub : { $places }
watch-rent = À louer : { $places }
watch-buy = À acheter : { $places }
watch-nowhere = { $title } · { $country } : je ne connais aucun endroit où le voir.
watch-where = { $title } : dis-moi ton pays, et je te dis où le voir.
watch-unknown = { $title } : je n'arrive pas à savoir où le voir. Réessaie dans un moment.
