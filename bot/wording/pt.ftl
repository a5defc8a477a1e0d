# O que Matinee diz em português. Frases simples, sem ponto de exclamação, sem formalidade.

## Quando não há nada para mostrar

hello = Conte um filme de que você gosta muito, um clima ou um desejo: “engraçado e um pouco sombrio”, “assalto dos anos 90”, “filme leve com crianças”. Os polegares nos cartões me ensinam do que você gosta.
care = Eu só entendo de filmes, e o que você escreveu importa mais do que um filme. Por favor, fale agora com alguém: uma pessoa de confiança ou uma linha de apoio. Em findahelpline.com há pessoas para ligar ou escrever em quase todos os países; numa emergência, ligue para o número de emergência da sua região.
unclear = Não sei o que fazer com “{ $words }”. Conte um filme de que você gosta muito, um clima ou um desejo: “assalto dos anos 90”, “filme leve com crianças”.
unclear-empty = Conte um filme de que você gosta muito, um clima ou um desejo: “assalto dos anos 90”, “filme leve com crianças”.
no-deck = Ainda não há cartões. Conte um filme de que você gosta muito, um clima ou um desejo.
cleared = Apagado. O que você quer ver?
nothing-left = Não tenho mais nada para este desejo. Mude uma palavra ou peça outra coisa.
noted = Anotado.
taken-back = Desfeito.
again = Isso você já disse.

## Acima dos cartões

only = { $count ->
    [0] Nada atende a tudo isso. O mais próximo, deixando de lado { $relaxed }:
    [one] { $count } filme atende a tudo isso. Depois, deixando de lado { $relaxed }:
   *[other] { $count } filmes atendem a tudo isso. Depois, deixando de lado { $relaxed }:
}
took = Entendi { $title }. Era { $other }?
unplaced = Isto eu não entendi: { $words }.

relaxed-fame = a fama
relaxed-rating = a nota
relaxed-minutes = a duração
relaxed-moods = o clima
relaxed-years = os anos
relaxed-themes = o tema
relaxed-critiques = a comparação
relaxed-places = o idioma ou o país
relaxed-genres = o gênero
relaxed-people = as pessoas

## O desejo atual, numa linha

wish-like = como { $titles }
wish-unlike = diferente de { $titles }
wish-seen = menos { $titles }
wish-person = { $role ->
    [director] dirigido por { $name }
    [composer] com música de { $name }
    [writer] com roteiro de { $name }
   *[other] com { $name }
}
wish-not-person = sem { $name }
wish-without = sem { $what }
wish-about = sobre { $what }
wish-years-from = a partir de { $from }
wish-years-to = até { $to }
wish-years = de { $from } a { $to }
wish-year = de { $from }
wish-minutes-from = pelo menos { $from }
wish-minutes-to = até { $to }
wish-minutes = de { $from } a { $to }
wish-certificate = no máximo { $certificate }
wish-rating = com nota { $rating } ou mais
wish-known = conhecido
wish-gem = pérolas escondidas
wish-for = { $audience ->
    [kids] com crianças
    [family] para a família
    [date] para um encontro
    [parents] com os pais
    [friends] com amigos
    [alone] para ver a sós
   *[other] { $audience }
}
wish-anything = algo bom
wish-language = { $genres } em { $places }
wish-country = { $genres } ({ $places })

occasion-christmas = Natal
occasion-halloween = Halloween
occasion-hangover = ressaca
occasion-rainy-day = dia de chuva
occasion-lazy-sunday = domingo preguiçoso
occasion-sick-day = de cama
occasion-break-up = fim de namoro
occasion-feeling-low = em baixo-astral
occasion-long-day = dia longo
occasion-valentines-day = dia dos namorados
occasion-new-year = Ano-Novo
occasion-thanksgiving = Ação de Graças
occasion-easter = Páscoa
occasion-birthday = aniversário
occasion-on-a-plane = no avião

## Graus

very = muito { $what }
somewhat = um tanto { $what }
much-more = bem { $what }
bit-more = um pouco { $what }
not-too = não { $what }

## Telegram

command-start = Conte um filme de que você gosta muito, um clima ou um desejo: “engraçado e um pouco sombrio”, “assalto dos anos 90”, “filme leve com crianças”. Você recebe um cartão com cinco filmes para folhear; os polegares nos cartões me ensinam do que você gosta.
command-help =
    Escreva um desejo como você diria: um filme de que você gosta muito, um clima, uma década, quem vai assistir. Depois ajuste: “mais antigo”, “menos sangrento”, “com outra pessoa”, “outra coisa”.

    👍 👎 e 👁 me ensinam do que você gosta, e o cartão passa ao próximo filme. ◀ ▶ folheiam, “Por quê?” explica, “Mais assim” parte desse filme.

    Num grupo, /movienight encontra um filme para todo mundo.

    /privacy diz o que eu guardo. /forget apaga.
command-privacy =
    Guardo o que os seus filmes precisam: os seus polegares, o desejo atual desta conversa com os cartões dele, e os números que o Telegram dá a você e a esta conversa. Números e desejos ficam selados. O que você escreve é apagado assim que é respondido.

    Da última noite de cinema de um grupo guardo, também selados, os primeiros nomes de quem participou, os desejos e os votos.

    Nenhum número de telefone, nenhum outro nome, nenhuma outra mensagem. Nada é repassado. Os cartazes que eu não desenho são buscados pelo Telegram.

    /forget apaga tudo, na hora e para sempre.
command-unknown = Não conheço esse comando. Escreva um desejo, ou /help.
menu-start = Como começar
menu-help = O que você pode dizer
menu-movienight = Um filme para o grupo todo
menu-privacy = O que é guardado de você
menu-forget = Apagar o que é guardado de você
words-only = Eu só leio palavras. Conte um filme de que você gosta muito, um clima ou um desejo.
deck-gone = Estes cartões são antigos demais. Escreva o desejo de novo, e eu mostro outros.
broken = Algo deu errado do meu lado, e ficou registrado. Tente de novo daqui a pouco.
forget-sure = Isto apaga os seus polegares, os seus desejos e o número pelo qual conheço você. Não dá para desfazer.
forget-privately = Escreva /forget para mim numa conversa privada: o que guardo é só seu.
forgotten = Está tudo apagado. Se você escrever de novo, começamos do zero.
button-forget = Apagar tudo
movienight-not-here = A noite de cinema é para grupos: me adicione a um e escreva /movienight lá.
movienight-not-yet = A noite de cinema ainda não está aberta aqui.

## Motivos, como partes de uma frase

hook = { $about }
reason-kin = adorado por quem adora { $other }
reason-liked = você gostou de { $other }, e quem adora esse adora este
reason-shares = tem em comum { $value } com { $other }
reason-shares-genre = { $one } como { $other }
reason-more = { $more } que { $other }
reason-less = { $less } que { $other }
reason-mood = { $degree ->
    [very] muito { $mood }
   *[plain] { $mood }
}
reason-without = não { $mood }
reason-director = dirigido por { $value }
reason-cast = com { $value }
reason-writer = escrito por { $value }
reason-composer = com música de { $value }
reason-theme = sobre { $value }
reason-genre = { $one }
reason-year = de { $year }
reason-minutes = dura { $minutes }
reason-place-country = país: { $value }
reason-place-language = em { $value }
reason-certificate = classificado como { $value }
reason-acclaim = muito elogiado
reason-gem = pouco conhecido
reason-famous = querido por muita gente

than = que { $other }
again-it = { "" }

## Por quê, em detalhe

why-kin = Quem adora { $other } também adora este.
why-liked = Você gostou de { $other }: quem adora esse também adora este.
why-shares = Tem em comum { $value } com { $other }.
why-shares-genre = Como { $other }, é { $one }.
why-more = É { $more } que { $other }: { $own } de 4 em “{ $axis }”, contra { $theirs }.
why-less = É { $less } que { $other }: { $own } de 4 em “{ $axis }”, contra { $theirs }.
why-mood = Tem { $own } de 4 em “{ $axis }”.
why-without = Tem { $own } de 4 em “{ $axis }”.
why-director = A direção é de { $value }.
why-cast = No elenco: { $value }.
why-writer = O roteiro é de { $value }.
why-composer = A música é de { $value }.
why-theme = É sobre { $value }.
why-genre = É { $one }.
why-year = É de { $year }.
why-minutes = Dura { $minutes }.
why-place-country = O país é este: { $value }.
why-place-language = É em { $value }.
why-certificate = É classificado como { $value }.
why-acclaim = É muito elogiado.
why-gem = Pouca gente conhece.
why-famous = É muito conhecido.
why-nothing = Era simplesmente o mais próximo do que você escreveu.

## Países que não existem mais

country-su = União Soviética
country-yu = Iugoslávia
country-cs = Tchecoslováquia
country-xc = Tchecoslováquia
country-dd = Alemanha Oriental

## Botões e cartões

button-up = 👍
button-down = 👎
button-seen = 👁 Já vi
button-undo = ↩ { $verdict } { $title }
button-why = Por quê?
button-more = Mais assim
button-previous = ◀
button-next = ▶
button-switch = Trocar
verdict-up = 👍
verdict-down = 👎
verdict-seen = 👁
runtime = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes }
}
runtime-whole = { $hours } h

genre-action = filme de ação
    .one = um filme de ação
    .label = Ação
genre-adventure = filme de aventura
    .one = um filme de aventura
    .label = Aventura
genre-animation = animação
    .one = uma animação
    .label = Animação
genre-comedy = comédia
    .one = uma comédia
    .label = Comédia
genre-crime = filme policial
    .one = um filme policial
    .label = Crime
genre-documentary = documentário
    .one = um documentário
    .label = Documentário
genre-drama = drama
    .one = um drama
    .label = Drama
genre-family = filme para a família
    .one = um filme para a família
    .label = Família
genre-fantasy = filme de fantasia
    .one = um filme de fantasia
    .label = Fantasia
genre-history = filme histórico
    .one = um filme histórico
    .label = História
genre-horror = filme de terror
    .one = um filme de terror
    .label = Terror
genre-music = filme de música
    .one = um filme de música
    .label = Música
genre-mystery = filme de mistério
    .one = um filme de mistério
    .label = Mistério
genre-romance = filme romântico
    .one = um filme romântico
    .label = Romance
genre-science-fiction = ficção científica
    .one = uma ficção científica
    .label = Ficção científica
genre-thriller = suspense
    .one = um suspense
    .label = Suspense
genre-tv-movie = telefilme
    .one = um telefilme
    .label = Telefilme
genre-war = filme de guerra
    .one = um filme de guerra
    .label = Guerra
genre-western = faroeste
    .one = um faroeste
    .label = Faroeste

## Climas: como um filme é, e é mais ou menos

mood-funny = engraçado
    .more = mais engraçado
    .less = menos engraçado
mood-scary = assustador
    .more = mais assustador
    .less = menos assustador
mood-dark = sombrio
    .more = mais sombrio
    .less = menos sombrio
mood-romantic = romântico
    .more = mais romântico
    .less = menos romântico
mood-tense = tenso
    .more = mais tenso
    .less = menos tenso
mood-action = movimentado
    .axis = ação
    .more = mais movimentado
    .less = mais calmo
mood-violent = violento
    .more = mais violento
    .less = menos violento
mood-gory = sangrento
    .more = mais sangrento
    .less = menos sangrento
mood-sad = triste
    .more = mais triste
    .less = menos triste
mood-feel-good = alto-astral
    .more = mais caloroso
    .less = menos alto-astral
mood-inspiring = inspirador
    .more = mais inspirador
    .less = menos inspirador
mood-thought-provoking = profundo
    .more = mais profundo
    .less = menos cerebral
mood-mind-bending = alucinante
    .more = mais cheio de reviravoltas
    .less = mais linear
mood-complicated = complicado
    .more = mais complicado
    .less = mais fácil de acompanhar
mood-slow = lento
    .more = mais lento
    .less = mais rápido
mood-epic = épico
    .more = mais épico
    .less = mais intimista
mood-big-budget = grandioso
    .more = mais grandioso
    .less = mais modesto
mood-quirky = excêntrico
    .more = mais excêntrico
    .less = menos excêntrico
mood-artsy = artístico
    .more = mais de arte
    .less = menos de arte
mood-realistic = realista
    .more = mais realista
    .less = menos realista
mood-true-story = próximo de uma história real
    .axis = história real
    .more = mais próximo de uma história real
    .less = menos próximo de uma história real
mood-cheesy = exagerado
    .more = mais exagerado
    .less = menos brega
mood-silly = bobo
    .more = mais bobo
    .less = menos bobo
mood-family-friendly = bom para a família
    .axis = família
    .more = melhor para a família
    .less = mais adulto
mood-nostalgic = nostálgico
    .more = mais nostálgico
    .less = menos nostálgico
mood-sexy = sensual
    .more = mais sensual
    .less = menos sensual
mood-satirical = satírico
    .more = mais satírico
    .less = menos satírico
mood-bleak = desolador
    .more = mais desolador
    .less = mais esperançoso
mood-cosy = aconchegante
    .more = mais aconchegante
    .less = menos aconchegante

plain-short = curto
    .more = mais curto
    .less = mais longo
plain-recent = recente
    .more = mais recente
    .less = mais antigo
plain-famous = conhecido
    .more = mais conhecido
    .less = menos conhecido
plain-acclaimed = aclamado
    .more = mais aclamado
    .less = menos aclamado

## Noite de cinema

night-head = Noite de cinema · { $wish }
night-in = Participam: { $names }
night-wish = { $name }: { $wish }
night-more = { $names } e mais { $count }
night-dealt = { $count ->
    [1] Um
    [2] Dois
    [3] Três
    [4] Quatro
    [5] Cinco
   *[other] { $count }
} para { $names }:
night-film = { $place }. { $title } · { $facts }
night-film-bare = { $place }. { $title }
night-closes = Fecha em { $minutes } min.
night-closes-soon = Fecha em menos de um minuto.
night-closes-now = Todo mundo votou. Agora é contar.
night-tonight = Hoje: { $title } · { $votes } de { $count } assistiriam
night-tonight-unvoted = Hoje: { $title }
night-nobody = Ninguém votou, então é o que mais combina com todo mundo.
night-tie-worst-off = Tantos votos quanto { $others }; este não deixa ninguém muito para trás.
night-tie-average = Tantos votos quanto { $others }; este combina melhor com vocês na média.
night-tie-order = Tantos votos quanto { $others }, e nada mais que os separe.
night-why = { $name }: { $why }.
night-why-mood = { $moods }, do jeito que você gosta
night-why-liked = próximo de filmes de que você gosta
night-why-nothing = o mais próximo do desejo que abriu a noite
night-cancelled = Esta noite de cinema foi cancelada.

night-button-join = 🙋 Estou dentro
night-button-wish = ✍️ Juntar um desejo
night-button-deal = 🎬 Distribuir
night-button-vote = { $title } · { $count }
night-button-close = Fechar

night-note-opened = Digam quem participa e depois distribuam.
night-note-joined = Você está dentro.
night-note-already-in = Você está dentro.
night-note-left = Você saiu. Toque de novo para voltar.
night-note-not-in = Isso é para quem está dentro.
night-note-wished = Anotado.
night-note-dealt = Vote em todos os que você veria.
night-note-nothing-fits = Nada atende aos desejos de todo mundo. Deixem um de lado e distribuam de novo.
night-note-voted = Você veria { $title }.
night-note-unvoted = Desfeito.
night-note-twice = Anotado.
night-note-not-dealt = Ainda não há filmes para votar.
night-note-already-dealt = Os filmes já foram distribuídos. Os desejos contam antes.
night-note-decided = Contado.
night-note-cancelled = Cancelada.
night-note-over = Esta noite já acabou.
night-note-no-night = Não há noite de cinema aqui. Comece uma com /movienight.
night-note-unclear = Não consegui ler um desejo nisso. Tente “nada assustador” ou “menos de duas horas”.
night-ask-wish = O que você quer hoje à noite, ou não quer? Responda a esta mensagem com uma linha como “nada assustador”.

## Shared cards in groups

button-mine = Meus cartões
shared-count = { $button } { $count }
shared-pages = Só quem pediu ou quem administra o grupo folheia estes cartões. Toque em “Meus cartões” para ter os seus.

## Movie night, in depth

night-button-leave = Estou fora
night-button-cancel = Cancelar a noite
night-button-privately = 🤫 Desejo em segredo
night-tie-owed = Tantos votos quanto { $others }; este compensa quem ficou para trás nas noites anteriores.
night-after = O que acharam de { $title }?
night-ask = { $name }, o que você quer hoje à noite, ou não quer? Responda a esta mensagem com uma linha como “nada assustador”.
night-ask-privately = O que você quer na noite de cinema de hoje, ou não quer? Responda a esta mensagem com uma linha como “nada assustador”. Levo em conta e não conto a ninguém.
night-noted-privately = Anotado, e fica entre nós. Você está dentro.
night-link-old = Essa noite de cinema já acabou. Comece outra no grupo com /movienight.
night-link-others = Essa noite de cinema é para quem está no grupo.
night-note-asked = Pergunta enviada.
night-note-liked = Anotado.
night-note-disliked = Anotado.
night-note-unsaid = Desfeito.
night-button-poll = 📊 Votar por enquete
night-button-buttons = 🔘 Votar por botões
night-note-by-poll = Vocês vão votar em uma enquete.
night-note-by-buttons = Vocês vão votar por botões.
night-poll-question = Quais destes vocês veriam? Escolham quantos quiserem.
night-poll-voted = Votaram na enquete: { $voted } de { $count }.
night-no-poll = Não posso enviar enquetes aqui, então vocês votam por botões.

## Cards in other chats: what stands under a card that was sent by typing the bot's name, and above the offers.

inline-open = Abrir no Matinee
inline-button = Conversar com o Matinee

## What a private chat can do beside wishing

button-save = 🔖 Guardar para depois
button-unsave = 🔖 Guardado
saved = Guardado. /watchlist mostra a lista toda.
unsaved = Saiu da lista.
watchlist-head = { $count ->
    [one] Guardado para depois: { $count } filme
   *[other] Guardados para depois: { $count } filmes
}
watchlist-empty = Não há nada guardado. Toque em 🔖 num cartão para deixar um filme para depois.
similar-what = Diga qual filme: /similar e o título.
similar-unknown = Não conheço esse filme. Confira o título, ou me conte como ele é.

menu-surprise = Filmes sem precisar de um desejo
menu-similar = Filmes parecidos com um que você indicar
menu-taste = O que eu acho que você gosta de ver
menu-watchlist = Filmes que você guardou
menu-seen = Filmes que você avaliou ou viu
menu-settings = Idioma, país, limite de idade
menu-export = Tudo o que é guardado de você, num arquivo
menu-feedback = Um recado para quem cuida deste bot
help-more =
    /surprise não precisa de desejo, /similar com um título encontra filmes parecidos. /taste diz do que eu acho que você gosta, /watchlist e /seen mostram os seus filmes. Mande o arquivo que o Letterboxd, o IMDb ou o Trakt exporta, e fico sabendo o que você já viu. Em /settings ficam o idioma, o país, o limite de idade e o modo família.
privacy-more =
    As suas configurações também ficam seladas; os filmes da sua lista são guardados como os seus polegares. /export manda tudo para você. O que você escreve em /feedback é repassado e não fica guardado aqui. Os seus polegares não são usados para mais ninguém, a menos que você permita em /settings, e dá para voltar atrás.
privacy-days = Se uma conversa fica { $days } dias sem uso, tudo é apagado.
privacy-no-days = Tudo fica guardado até você apagar.
alone = Escreva { $command } para mim numa conversa privada: isso fica entre nós.

settings-head = Configurações
settings-language = Idioma: { $value }
settings-country = País: { $value }
settings-certificate = Limite de idade: { $value }
settings-family = Modo família: { $value }
settings-spoilers = Sinopse oculta até eu tocar: { $value }
settings-sharing = Meus polegares podem treinar sugestões para outras pessoas: { $value }
settings-meaning = No modo família não mostro nada acima de { $certificate } nem filmes de terror.
settings-on = sim
settings-off = não
settings-any = nenhum
settings-unset = não definido
settings-as-app = o mesmo do app
settings-language-head = Idioma
settings-language-help = O idioma em que eu respondo.
settings-country-head = País
settings-country-help = Onde você vê filmes. Se não estiver na lista, escreva /settings e as duas letras do país, como /settings IS.
settings-certificate-head = Limite de idade
settings-certificate-help = Nada acima dele aparece nesta conversa, seja qual for o desejo. A classificação é a dos Estados Unidos.
settings-not-a-country = “{ $said }” não é um país que eu conheça. Escreva as duas letras dele, como /settings IS.
settings-gone = Estes botões são de uma versão antiga. Escreva /settings.
button-language = Idioma
button-country = País
button-certificate = Limite de idade
button-family = modo família
button-spoilers = sinopse oculta
button-sharing = polegares compartilhados
button-switch-on = Ativar { $what }
button-switch-off = Desativar { $what }
button-back = Voltar

taste-unknown = { $count ->
    [one] Ainda sei pouco: falta { $count } 👍 para eu poder dizer alguma coisa.
   *[other] Ainda sei pouco: faltam { $count } 👍 para eu poder dizer alguma coisa.
}
taste-from = { $disliked ->
    [0] Com base em { $liked } filmes de que você gostou, comparados com todos os filmes:
   *[other] Com base em { $liked } filmes de que você gostou e { $disliked } de que não gostou, comparados com todos os filmes:
}
taste-moods = O seu tipo de filme é { $moods }, como { $films }.
taste-spared = Nem tanto: { $moods }.
taste-genres = Gêneros de que você gosta acima da média: { $genres }, como { $films }.
taste-person = { $name }: { $count } desses filmes; os últimos foram { $films }.
taste-decade = Os { $decade } se destacam: { $count } dos { $liked } são dessa época.
taste-title = O seu gosto
taste-panel-moods = Climas
taste-panel-genres = Gêneros
taste-panel-decades = Décadas
taste-legend-own = filmes de que você gostou
taste-legend-usual = todos os filmes
decade = anos { $year }
seen-head = { $count ->
    [one] { $count } filme que você avaliou ou viu:
   *[other] { $count } filmes que você avaliou ou viu, os mais recentes primeiro:
}
seen-line = { $verdict } { $title }
seen-more = … e mais { $count }. /export traz todos.
seen-none = Você ainda não avaliou nenhum filme.
feedback-what = Escreva logo depois do comando: /feedback e o que você quer dizer.
feedback-nobody = Aqui não há ninguém para receber recados.
feedback-passed = Repassei, sem dizer quem escreveu. Nada disso fica guardado aqui.
feedback-head = Recado:
export-ready = Tudo o que guardo de você e desta conversa.
forgotten-what =
    Apaguei: { $verdicts ->
        [0] 0 avaliações de filmes
        [one] { $verdicts } avaliação de filme
       *[other] { $verdicts } avaliações de filmes
    }, { $saved ->
        [0] 0 filmes guardados
        [one] { $saved } filme guardado
       *[other] { $saved } filmes guardados
    }, as suas configurações, o desejo e os cartões desta conversa, e o número pelo qual conheço você.
import-found = No { $publisher }: { $liked } de que você gostou, { $disliked } de que não gostou e mais { $seen } que você viu.
import-missing = Não conheço { $films }.
import-missing-more = Não conheço { $films }, e mais { $count }.
import-new = { $count ->
    [0] Nada disso é novo para mim.
    [one] Um deles é novo para mim e conta a partir de agora.
   *[other] { $count } deles são novos para mim e contam a partir de agora.
}
import-not-read = Sei ler o que o Letterboxd, o IMDb e o Trakt exportam: o zip, CSV ou JSON do jeito que veio. Este arquivo não é nada disso, ou está danificado.
import-too-large = Esse arquivo é grande demais: aceito até { $most } MB. Mande o zip do jeito que veio.
button-watch = 📺 Onde ver
button-trailer = ▶ Trailer
button-my-country = Dizer onde estou
watch-head = { $title } · { $country }:
watch-flatrate = Por assinatura: { $places }
watch-free = De graça: { $places }
watch-ads = Com anúncios: { $places }
watch-rent = Para alugar: { $places }
watch-buy = Para comprar: { $places }
watch-nowhere = { $title } · { $country }: não sei de nenhum lugar onde dê para ver.
watch-where = { $title }: me diga em que país você está, e eu digo onde dá para ver.
watch-unknown = { $title }: não consigo descobrir onde dá para ver. Tente de novo daqui a pouco.
