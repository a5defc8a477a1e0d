# Lo que dice Matinee en español. Frases sencillas, de tú, sin signos de exclamación.

## Cuando no hay nada que repartir

hello = Dime una película que te encante, un estado de ánimo o un deseo: «divertida y un poco oscura», «atracos de los 90», «algo alegre con niños». Con los pulgares de las tarjetas aprendo lo que te gusta.
care = Yo solo sé de películas, y lo que has escrito importa más que una película. Por favor, habla ahora con alguien: una persona de confianza o una línea de ayuda. En findahelpline.com hay personas a las que llamar o escribir en casi todos los países; en una emergencia, llama al número de emergencias de tu zona.
unclear = No sé qué hacer con «{ $words }». Dime una película que te encante, un estado de ánimo o un deseo: «atracos de los 90», «algo alegre con niños».
unclear-empty = Dime una película que te encante, un estado de ánimo o un deseo: «atracos de los 90», «algo alegre con niños».
no-deck = Todavía no hay tarjetas. Dime una película que te encante, un estado de ánimo o un deseo.
cleared = Borrado. ¿Qué te gustaría ver?
nothing-left = No tengo nada más para este deseo. Cambia una palabra o pide otra cosa.
noted = Anotado.
taken-back = Retirado.
again = Eso ya lo habías dicho.

## Encima de las tarjetas

only = { $count ->
    [0] Nada cumple todo eso. Lo más cercano, sin tener en cuenta { $relaxed }:
    [one] Una película cumple todo eso. Después, sin tener en cuenta { $relaxed }:
   *[other] { $count } películas cumplen todo eso. Después, sin tener en cuenta { $relaxed }:
}
took = He entendido { $title }. ¿Querías decir { $other }?
unplaced = Esto no lo he entendido: { $words }.

relaxed-fame = lo conocida que es
relaxed-rating = la nota
relaxed-minutes = la duración
relaxed-moods = el tono
relaxed-years = los años
relaxed-themes = el tema
relaxed-critiques = la comparación
relaxed-places = el idioma o el país
relaxed-genres = el género
relaxed-people = las personas

## El deseo vigente, en una línea

wish-like = como { $titles }
wish-unlike = no como { $titles }
wish-seen = menos { $titles }
wish-person = { $role ->
    [director] dirigida por { $name }
    [composer] con música de { $name }
    [writer] con guion de { $name }
   *[other] con { $name }
}
wish-not-person = sin { $name }
wish-without = sin { $what }
wish-about = sobre { $what }
wish-years-from = desde { $from }
wish-years-to = hasta { $to }
wish-years = de { $from } a { $to }
wish-year = de { $from }
wish-minutes-from = al menos { $from }
wish-minutes-to = hasta { $to }
wish-minutes = de { $from } a { $to }
wish-certificate = { $certificate } como máximo
wish-rating = con nota de { $rating } o más
wish-known = conocida
wish-gem = joyas ocultas
wish-for = { $audience ->
    [kids] con niños
    [family] para la familia
    [date] para una cita
    [parents] con los padres
    [friends] con amigos
    [alone] a solas
   *[other] { $audience }
}
wish-anything = algo bueno
wish-language = { $genres } en { $places }
wish-country = { $genres } de { $places }

occasion-christmas = Navidad
occasion-halloween = Halloween
occasion-hangover = resaca
occasion-rainy-day = día de lluvia
occasion-lazy-sunday = domingo de sofá
occasion-sick-day = en cama, con malestar
occasion-break-up = ruptura
occasion-feeling-low = con el ánimo bajo
occasion-long-day = día largo
occasion-valentines-day = San Valentín
occasion-new-year = Nochevieja
occasion-thanksgiving = Acción de Gracias
occasion-easter = Semana Santa
occasion-birthday = cumpleaños
occasion-on-a-plane = en el avión

## Grados

very = muy { $what }
somewhat = algo { $what }
much-more = mucho { $what }
bit-more = un poco { $what }
not-too = no { $what }

## Telegram

command-start = Dime una película que te encante, un estado de ánimo o un deseo: «divertida y un poco oscura», «atracos de los 90», «algo alegre con niños». Recibirás una tarjeta con cinco películas para hojear; con los pulgares de las tarjetas aprendo lo que te gusta.
command-help =
    Escribe un deseo tal como lo dirías: una película que te encante, un estado de ánimo, una década, con quién la ves. Luego corrige el rumbo: «más antigua», «menos sangrienta», «con otra persona», «otra cosa».

    👍 👎 y 👁 me enseñan lo que te gusta, y la tarjeta pasa a la siguiente película. ◀ ▶ sirven para hojear, «¿Por qué?» explica, «Más como esta» parte de esa película.

    En un grupo, /movienight encuentra una película para todo el mundo.

    /privacy dice qué guardo. /forget lo borra.
command-privacy =
    Guardo lo que tus películas necesitan: tus pulgares, el deseo vigente en este chat con sus tarjetas, y los números que Telegram usa para ti y para este chat. Los números y los deseos se guardan sellados. Lo que escribes se borra en cuanto tiene respuesta.

    De la última noche de cine de un grupo guardo, también sellados, los nombres de quienes participaron, sus deseos y sus votos.

    Ni número de teléfono, ni otros nombres, ni otros mensajes. Nada se pasa a nadie. Los carteles que no dibujo yo los trae Telegram.

    /forget lo borra todo, al momento y para siempre.
command-unknown = No conozco ese comando. Escribe un deseo, o /help.
menu-start = Cómo empezar
menu-help = Qué puedes decir
menu-movienight = Una película para todo el grupo
menu-privacy = Qué se guarda de ti
menu-forget = Borrar lo que se guarda de ti
words-only = Solo leo palabras. Dime una película que te encante, un estado de ánimo o un deseo.
deck-gone = Estas tarjetas son demasiado viejas. Escribe el deseo otra vez y reparto de nuevo.
broken = Algo ha fallado por mi parte y queda anotado. Vuelve a intentarlo dentro de un rato.
forget-sure = Esto borra tus pulgares, tus deseos y el número por el que te conozco. No se puede deshacer.
forget-privately = Escríbeme /forget en un chat privado: lo que guardo es solo tuyo.
forgotten = Todo está borrado. Si vuelves a escribir, empezamos de cero.
button-forget = Borrarlo todo
movienight-not-here = La noche de cine es para grupos: añádeme a uno y escribe allí /movienight.
movienight-not-yet = Aquí todavía no hay noche de cine.

## Razones, como partes de una frase

hook = { $about }
reason-kin = les encanta a quienes adoran { $other }
reason-liked = te gustó { $other }, y a quienes les encanta también les encanta esta
reason-shares = comparte { $value } con { $other }
reason-shares-genre = { $one } como { $other }
reason-more = { $more } que { $other }
reason-less = { $less } que { $other }
reason-mood = { $degree ->
    [very] muy { $mood }
   *[plain] { $mood }
}
reason-without = no { $mood }
reason-director = dirigida por { $value }
reason-cast = con { $value }
reason-writer = con guion de { $value }
reason-composer = con música de { $value }
reason-theme = sobre { $value }
reason-genre = { $one }
reason-year = de { $year }
reason-minutes = dura { $minutes }
reason-place-country = de { $value }
reason-place-language = en { $value }
reason-certificate = clasificada { $value }
reason-acclaim = muy elogiada
reason-gem = poco conocida
reason-famous = muy querida

than = que { $other }
again-it = { "" }

## Por qué, con detalle

why-kin = A quienes les encanta { $other } también les encanta esta.
why-liked = Te gustó { $other }: a quienes les encanta también les encanta esta.
why-shares = Comparte { $value } con { $other }.
why-shares-genre = Como { $other }, es { $one }.
why-more = Es { $more } que { $other }: { $own } de 4 en «{ $axis }», frente a { $theirs }.
why-less = Es { $less } que { $other }: { $own } de 4 en «{ $axis }», frente a { $theirs }.
why-mood = Tiene { $own } de 4 en «{ $axis }».
why-without = Tiene { $own } de 4 en «{ $axis }».
why-director = La dirigió { $value }.
why-cast = Actúa { $value }.
why-writer = El guion es de { $value }.
why-composer = La música es de { $value }.
why-theme = Trata de { $value }.
why-genre = Es { $one }.
why-year = Es de { $year }.
why-minutes = Dura { $minutes }.
why-place-country = Viene de { $value }.
why-place-language = Está en { $value }.
why-certificate = Está clasificada como { $value }.
why-acclaim = Es muy elogiada.
why-gem = Poca gente la conoce.
why-famous = La conoce todo el mundo.
why-nothing = Era, sin más, lo más cercano a lo que escribiste.

## Países que ya no existen

country-su = la Unión Soviética
country-yu = Yugoslavia
country-cs = Checoslovaquia
country-xc = Checoslovaquia
country-dd = Alemania Oriental

## Botones y tarjetas

button-up = 👍
button-down = 👎
button-seen = 👁 Ya la vi
button-undo = ↩ { $verdict } { $title }
button-why = ¿Por qué?
button-more = Más como esta
button-previous = ◀
button-next = ▶
button-switch = Cambiar
verdict-up = 👍
verdict-down = 👎
verdict-seen = 👁
runtime = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes }
}
runtime-whole = { $hours } h

genre-action = película de acción
    .one = una película de acción
    .label = Acción
genre-adventure = película de aventuras
    .one = una película de aventuras
    .label = Aventuras
genre-animation = película de animación
    .one = una película de animación
    .label = Animación
genre-comedy = comedia
    .one = una comedia
    .label = Comedia
genre-crime = película de crímenes
    .one = una película de crímenes
    .label = Crimen
genre-documentary = documental
    .one = un documental
    .label = Documental
genre-drama = drama
    .one = un drama
    .label = Drama
genre-family = película familiar
    .one = una película familiar
    .label = Familiar
genre-fantasy = película de fantasía
    .one = una película de fantasía
    .label = Fantasía
genre-history = película histórica
    .one = una película histórica
    .label = Historia
genre-horror = película de terror
    .one = una película de terror
    .label = Terror
genre-music = película musical
    .one = una película musical
    .label = Música
genre-mystery = película de misterio
    .one = una película de misterio
    .label = Misterio
genre-romance = película romántica
    .one = una película romántica
    .label = Romance
genre-science-fiction = película de ciencia ficción
    .one = una película de ciencia ficción
    .label = Ciencia ficción
genre-thriller = thriller
    .one = un thriller
    .label = Thriller
genre-tv-movie = telefilme
    .one = un telefilme
    .label = Telefilme
genre-war = película bélica
    .one = una película bélica
    .label = Bélica
genre-western = wéstern
    .one = un wéstern
    .label = Wéstern

## Tonos: cómo es una película, y cómo lo es más o menos

mood-funny = divertida
    .more = más divertida
    .less = menos divertida
mood-scary = terrorífica
    .axis = miedo
    .more = más terrorífica
    .less = menos terrorífica
mood-dark = oscura
    .more = más oscura
    .less = menos oscura
mood-romantic = romántica
    .more = más romántica
    .less = menos romántica
mood-tense = tensa
    .more = más tensa
    .less = menos tensa
mood-action = trepidante
    .axis = acción
    .more = más trepidante
    .less = más tranquila
mood-violent = violenta
    .more = más violenta
    .less = menos violenta
mood-gory = sangrienta
    .more = más sangrienta
    .less = menos sangrienta
mood-sad = triste
    .more = más triste
    .less = menos triste
mood-feel-good = alentadora
    .more = más cálida
    .less = menos alentadora
mood-inspiring = inspiradora
    .more = más inspiradora
    .less = menos inspiradora
mood-thought-provoking = profunda
    .more = más profunda
    .less = menos cerebral
mood-mind-bending = alucinante
    .more = más retorcida
    .less = más lineal
mood-complicated = complicada
    .more = más complicada
    .less = más fácil de seguir
mood-slow = pausada
    .more = más pausada
    .less = más rápida
mood-epic = épica
    .more = más épica
    .less = más íntima
mood-big-budget = fastuosa
    .more = más fastuosa
    .less = más pequeña
mood-quirky = peculiar
    .more = más peculiar
    .less = menos peculiar
mood-artsy = artística
    .more = más de autor
    .less = menos de autor
mood-realistic = realista
    .more = más realista
    .less = menos realista
mood-true-story = cercana a una historia real
    .axis = historia real
    .more = más cercana a una historia real
    .less = menos fiel a una historia real
mood-cheesy = exagerada
    .more = más exagerada
    .less = menos cursi
mood-silly = tonta
    .more = más tonta
    .less = menos tonta
mood-family-friendly = apta para la familia
    .axis = familiar
    .more = más familiar
    .less = más adulta
mood-nostalgic = nostálgica
    .more = más nostálgica
    .less = menos nostálgica
mood-sexy = sexi
    .more = más sexi
    .less = menos sexi
mood-satirical = satírica
    .more = más satírica
    .less = menos satírica
mood-bleak = desoladora
    .more = más desoladora
    .less = más esperanzadora
mood-cosy = acogedora
    .more = más acogedora
    .less = menos acogedora

plain-short = corta
    .more = más corta
    .less = más larga
plain-recent = reciente
    .more = más reciente
    .less = más antigua
plain-famous = conocida
    .more = más conocida
    .less = menos conocida
plain-acclaimed = aclamada
    .more = más aclamada
    .less = menos aclamada

## Noche de cine

night-head = Noche de cine · { $wish }
night-in = Participan: { $names }
night-wish = { $name }: { $wish }
night-more = { $names } y { $count } más
night-dealt = { $count ->
    [1] Una
    [2] Dos
    [3] Tres
    [4] Cuatro
    [5] Cinco
   *[other] { $count }
} para { $names }:
night-film = { $place }. { $title } · { $facts }
night-film-bare = { $place }. { $title }
night-closes = Se cierra en { $minutes } min.
night-closes-soon = Se cierra en menos de un minuto.
night-closes-now = Ya ha votado todo el mundo. Ahora toca contar.
night-tonight = Esta noche: { $title } · la verían { $votes } de { $count }
night-tonight-unvoted = Esta noche: { $title }
night-nobody = No ha votado nadie, así que es la que mejor encaja con el grupo.
night-tie-worst-off = Los mismos votos que { $others }; esta no deja a nadie muy atrás.
night-tie-average = Los mismos votos que { $others }; esta encaja mejor de media.
night-tie-order = Los mismos votos que { $others }, y nada más que las distinga.
night-why = { $name }: { $why }.
night-why-mood = { $moods }, como te gustan
night-why-liked = cercana a películas que te gustan
night-why-nothing = lo más cercano al deseo con que empezó la noche
night-cancelled = Esta noche de cine queda cancelada.

night-button-join = 🙋 Me apunto
night-button-wish = ✍️ Añadir un deseo
night-button-deal = 🎬 Repartir
night-button-vote = { $title } · { $count }
night-button-close = Cerrar

night-note-opened = Primero, quién se apunta; luego, a repartir.
night-note-joined = Te has apuntado.
night-note-already-in = Ya te has apuntado.
night-note-left = Te has salido. Toca otra vez para volver.
night-note-not-in = Eso es para quienes se han apuntado.
night-note-wished = Anotado.
night-note-dealt = Vota por todas las que verías.
night-note-nothing-fits = Nada cumple los deseos de todo el mundo. Hay que soltar uno y repartir otra vez.
night-note-voted = Verías { $title }.
night-note-unvoted = Retirado.
night-note-twice = Anotado.
night-note-not-dealt = Todavía no hay películas que votar.
night-note-already-dealt = Las películas ya están repartidas. Los deseos cuentan antes.
night-note-decided = Contado.
night-note-cancelled = Cancelada.
night-note-over = Esta noche ya ha terminado.
night-note-no-night = Aquí no hay ninguna noche de cine. Empieza una con /movienight.
night-note-unclear = No he podido leer un deseo en eso. Prueba «nada de miedo» o «menos de dos horas».
night-ask-wish = ¿Qué te apetece esta noche, o qué no? Responde a este mensaje con una línea como «nada de miedo».

## Shared cards in groups

button-mine = Las mías
shared-count = { $button } { $count }
shared-pages = Estas tarjetas solo las pasa quien las pidió o quien administra el grupo. Toca «Las mías» para tener las tuyas.

## Movie night, in depth

night-button-leave = Me salgo
night-button-cancel = Cancelar
night-button-privately = 🤫 Deseo en privado
night-tie-owed = Los mismos votos que { $others }; esta va por quienes salieron perdiendo otras noches.
night-after = ¿Qué tal estuvo { $title }?
night-ask = { $name }, ¿qué te apetece esta noche, o qué no? Responde a este mensaje con una línea como «nada de miedo».
night-ask-privately = ¿Qué te apetece para la noche de cine de hoy, o qué no? Responde a este mensaje con una línea como «nada de miedo». Lo tendré en cuenta y no se lo diré a nadie.
night-noted-privately = Anotado, y queda entre tú y yo. Te has apuntado.
night-link-old = Esa noche de cine ya ha terminado. Empieza otra en el grupo con /movienight.
night-link-others = Esa noche de cine es para quienes están en el grupo.
night-note-asked = Preguntado.
night-note-liked = Anotado.
night-note-disliked = Anotado.
night-note-unsaid = Retirado.
night-button-poll = 📊 Votar en encuesta
night-button-buttons = 🔘 Votar con botones
night-note-by-poll = Votaréis en una encuesta.
night-note-by-buttons = Votaréis con botones.
night-poll-question = ¿Cuáles de estas veríais? Elegid todas las que queráis.
night-poll-voted = Han votado en la encuesta: { $voted } de { $count }.
night-no-poll = Aquí no puedo enviar encuestas, así que votáis con botones.

## Cards in other chats: what stands under a card that was sent by typing the bot's name, and above the offers.

inline-open = Abrir en Matinee
inline-button = Hablar con Matinee

## What a private chat can do beside wishing

button-save = 🔖 Guardar
button-unsave = 🔖 Guardada
saved = Guardada. Con /watchlist las ves todas.
unsaved = Ya no está guardada.
watchlist-head = { $count ->
    [one] Para ver más tarde: una película
   *[other] Para ver más tarde: { $count } películas
}
watchlist-empty = Todavía no has guardado nada. Toca 🔖 en una tarjeta y te guardo esa película para más tarde.
similar-what = Di qué película: /similar y el título.
similar-unknown = No conozco esa película. Revisa el título o dime cómo es.

menu-surprise = Películas sin pedir nada
menu-similar = Películas parecidas a la que digas
menu-taste = Lo que creo que te gusta
menu-watchlist = Películas que has guardado
menu-seen = Películas que has valorado o visto
menu-settings = Idioma, país, límite de edad
menu-export = Todo lo que se guarda de ti, en un archivo
menu-feedback = Un mensaje para quien lleva este bot
help-more =
    /surprise no necesita ningún deseo; /similar con un título busca películas parecidas. /taste dice qué creo que te gusta; /watchlist y /seen muestran tus películas. Envíame el archivo que exportan Letterboxd, IMDb o Trakt y sabré qué has visto allí. En /settings están el idioma, el país, el límite de edad y el modo familiar.
privacy-more =
    Tus ajustes también se guardan sellados; las películas que guardas, igual que tus pulgares. /export te lo envía todo. Lo que escribes en /feedback le llega a quien lleva este bot y no se guarda aquí. Tus pulgares solo sirven a otras personas si lo permites en /settings, y puedes retirar ese permiso.
privacy-days = Si en un chat no se dice nada durante { $days } días, se borra todo.
privacy-no-days = Se guarda hasta que lo borres.
alone = Escríbeme { $command } en un chat privado: eso queda entre tú y yo.

settings-head = Ajustes
settings-language = Idioma: { $value }
settings-country = País: { $value }
settings-certificate = Límite de edad: { $value }
settings-family = Modo familiar: { $value }
settings-spoilers = Modo sin spoilers (la trama se ve al tocarla): { $value }
settings-sharing = Pulgares compartidos (mejoran lo que se recomienda a otras personas): { $value }
settings-meaning = Con el modo familiar no hay nada por encima de { $certificate } ni películas de terror.
settings-on = sí
settings-off = no
settings-any = ninguno
settings-unset = sin indicar
settings-as-app = el de tu app
settings-language-head = Idioma
settings-language-help = El idioma en el que te respondo.
settings-country-head = País
settings-country-help = Dónde ves películas. Si no está en la lista, escribe /settings y las dos letras del país, por ejemplo /settings IS.
settings-certificate-head = Límite de edad
settings-certificate-help = En este chat no reparto nada que lo supere, sea cual sea el deseo. Son las clasificaciones por edad de Estados Unidos.
settings-not-a-country = «{ $said }» no es un país que conozca. Escribe sus dos letras, por ejemplo /settings IS.
settings-gone = Estos botones son de una versión anterior. Escribe /settings.
button-language = Idioma
button-country = País
button-certificate = Edad
button-family = modo familiar
button-spoilers = modo sin spoilers
button-sharing = pulgares compartidos
button-switch-on = Activar { $what }
button-switch-off = Desactivar { $what }
button-back = Atrás

taste-unknown = { $count ->
    [one] Todavía sé muy poco: con un 👍 más ya podré decirte algo.
   *[other] Todavía sé muy poco: con { $count } 👍 más ya podré decirte algo.
}
taste-from = { $disliked ->
    [0] A partir de { $liked } películas con 👍, comparadas con todas las películas:
   *[other] A partir de { $liked } películas con 👍 y { $disliked } con 👎, comparadas con todas las películas:
}
taste-moods = Te gusta que una película sea { $moods }, como en { $films }.
taste-spared = Te gusta menos que sea { $moods }.
taste-genres = Géneros que te gustan más de lo habitual: { $genres }, por ejemplo { $films }.
taste-person = { $name }: { $count } películas con 👍; las últimas, { $films }.
taste-decade = Destaca la década de { $decade }: { $count } de las { $liked } son de esos años.
taste-title = Tus gustos
taste-panel-moods = Tonos
taste-panel-genres = Géneros
taste-panel-decades = Décadas
taste-legend-own = películas que te gustan
taste-legend-usual = todas las películas
decade = { $year }
seen-head = { $count ->
    [one] Una película que has valorado o visto:
   *[other] { $count } películas que has valorado o visto, empezando por la última:
}
seen-line = { $verdict } { $title }
seen-more = … y { $count } más. Con /export las tienes todas.
seen-none = Todavía no has valorado ninguna película.
feedback-what = Escríbelo detrás del comando: /feedback y lo que quieras decir.
feedback-nobody = Aquí nadie recoge comentarios.
feedback-passed = Enviado, sin decir quién lo ha escrito. Aquí no queda copia.
feedback-head = Comentario:
export-ready = Todo lo que guardo de ti y de este chat.
forgotten-what =
    Borrado: { $verdicts ->
        [one] una valoración
       *[other] { $verdicts } valoraciones
    }, { $saved ->
        [one] una película guardada
       *[other] { $saved } películas guardadas
    }, tus ajustes, el deseo y las tarjetas de este chat, y el número por el que te conocía.
import-found = De { $publisher }: { $liked } con 👍, { $disliked } con 👎 y { $seen } más que has visto.
import-missing = Esto no lo conozco: { $films }.
import-missing-more = Esto no lo conozco: { $films }, y { $count } más.
import-new = { $count ->
    [0] No hay nada nuevo para mí.
    [one] Una es nueva para mí y cuenta desde ahora.
   *[other] { $count } son nuevas para mí y cuentan desde ahora.
}
import-not-read = Puedo leer lo que exportan Letterboxd, IMDb y Trakt: el ZIP, CSV o JSON tal como llegó. Este archivo no es nada de eso o está dañado.
import-too-large = Ese archivo es demasiado grande: acepto hasta { $most } MB. Envía el ZIP tal como llegó.
button-watch = 📺 Dónde verla
button-trailer = ▶ Tráiler
button-my-country = Indicar mi país
watch-head = { $title }, en { $country }:
watch-flatrate = Con suscripción: { $places }
watch-free = Gratis: { $places }
watch-ads = Con anuncios: { $places }
watch-rent = Para alquilar: { $places }
watch-buy = Para comprar: { $places }
watch-nowhere = { $title }: no sé de ningún sitio en { $country } donde se pueda ver.
watch-where = { $title }: dime tu país y te digo dónde se puede ver.
watch-unknown = { $title }: ahora no consigo averiguar dónde se puede ver. Vuelve a intentarlo dentro de un rato.
