# Matinee's own words in English. Plain sentences, no exclamation marks, never chirpy.

## When there is nothing to deal

hello = Tell me a film you love, a mood, or a wish: "funny and a little dark", "90s heist", "feel-good with kids". Thumbs on the cards teach me what you like.
care = I only know films, and what you wrote matters more than a film. Please talk to someone now: a person you trust, or a helpline. At findahelpline.com there are people to call or write to in most countries; in an emergency, call your local emergency number.
unclear = I can't place "{ $words }". Tell me a film you love, a mood, or a wish: "90s heist", "feel-good with kids".
unclear-empty = Tell me a film you love, a mood, or a wish: "90s heist", "feel-good with kids".
no-deck = There are no cards yet. Tell me a film you love, a mood, or a wish.
cleared = Gone. What would you like to see?
nothing-left = That was all I have for this wish. Change a word of it, or ask for something else.
noted = Noted.
taken-back = Taken back.
again = You said that already.

## Said above the cards

only = { $count ->
    [0] Nothing fits all of that. Closest, with { $relaxed } let go:
    [one] One film fits all of that. After it, with { $relaxed } let go:
   *[other] { $count } films fit all of that. After them, with { $relaxed } let go:
}
took = I took { $title }. Meant { $other }?
unplaced = I could not place { $words }.

relaxed-fame = how well known it is
relaxed-rating = the rating
relaxed-minutes = the length
relaxed-moods = the mood
relaxed-years = the years
relaxed-themes = the subject
relaxed-critiques = the comparison
relaxed-places = the language or country
relaxed-genres = the genre
relaxed-people = the people

## The standing wish, in one line

wish-like = like { $titles }
wish-unlike = not like { $titles }
wish-seen = not { $titles }
wish-person = { $role ->
    [director] directed by { $name }
    [composer] with music by { $name }
    [writer] written by { $name }
   *[other] with { $name }
}
wish-not-person = without { $name }
wish-without = without { $what }
wish-about = about { $what }
wish-years-from = { $from } or later
wish-years-to = { $to } or earlier
wish-years = { $from } to { $to }
wish-year = from { $from }
wish-minutes-from = at least { $from }
wish-minutes-to = up to { $to }
wish-minutes = { $from } to { $to }
wish-certificate = { $certificate } at most
wish-rating = rated { $rating } or more
wish-known = well known
wish-gem = hidden gems
wish-for = { $audience ->
    [kids] with kids
    [family] for the family
    [date] for a date
    [parents] with parents
    [friends] with friends
    [alone] alone
   *[other] { $audience }
}
wish-anything = anything good
wish-language = { $places } { $genres }
wish-country = { $places } { $genres }

occasion-christmas = christmas
occasion-halloween = halloween
occasion-hangover = hangover
occasion-rainy-day = rainy day
occasion-lazy-sunday = lazy sunday
occasion-sick-day = sick day
occasion-break-up = break-up
occasion-feeling-low = feeling low
occasion-long-day = long day
occasion-valentines-day = valentine's day
occasion-new-year = new year
occasion-thanksgiving = thanksgiving
occasion-easter = easter
occasion-birthday = birthday
occasion-on-a-plane = on a plane

## Degrees

very = very { $what }
somewhat = somewhat { $what }
much-more = much { $what }
bit-more = a bit { $what }
not-too = not { $what }

## Telegram

command-start = Tell me a film you love, a mood, or a wish: "funny and a little dark", "90s heist", "feel-good with kids". You get a card with five films to leaf through; thumbs on the cards teach me what you like.
command-help =
    Write a wish as you would say it: a film you love, a mood, a decade, who is watching. Then steer: "older", "less gory", "with someone else in it", "something else".

    👍 👎 and 👁 teach me what you like, and the card turns to the next film. ◀ ▶ leaf through, "Why?" explains, "More like this" starts from that film.

    In a group, /movienight finds one film for all of you.

    /privacy says what I keep. /forget deletes it.
command-privacy =
    I keep what your films need: your thumbs, the wish that stands in this chat with the cards for it, and Telegram's number for you and this chat. Numbers and wishes are kept sealed. What you write is deleted as soon as it is answered.

    Of a group's latest movie night I keep, sealed too, the first names of those who were in, their wishes and their votes.

    No phone number, no other names, no other messages. Nothing is passed on. Posters that I do not draw myself are fetched by Telegram.

    /forget deletes all of it, at once and for good.
command-unknown = I don't know that command. Write a wish instead, or /help.
menu-start = How to begin
menu-help = What you can say
menu-movienight = One film for a whole group
menu-privacy = What is kept of you
menu-forget = Delete what is kept of you
words-only = I read words only. Tell me a film you love, a mood, or a wish.
deck-gone = These cards are from too long ago. Write the wish again, and I deal anew.
broken = Something went wrong on my side, and it is noted. Please try again in a while.
forget-sure = This deletes your thumbs, your wishes and the number that I know you by. It cannot be undone.
forget-privately = Write /forget to me in a private chat: what I keep is yours alone.
forgotten = All of it is deleted. If you write again, we start anew.
button-forget = Delete everything
movienight-not-here = Movie night is for groups: add me to one and write /movienight there.
movienight-not-yet = Movie night is not open here.

## Reasons, as clauses of one sentence

hook = { $about }
reason-kin = loved by people who love { $other }
reason-liked = you liked { $other }, and people who love it love this
reason-shares = shares { $value } with { $other }
reason-shares-genre = { $one } like { $other }
reason-more = { $more } than { $other }
reason-less = { $less } than { $other }
reason-mood = { $degree ->
    [very] very { $mood }
   *[plain] { $mood }
}
reason-without = not { $mood }
reason-director = directed by { $value }
reason-cast = with { $value }
reason-writer = written by { $value }
reason-composer = music by { $value }
reason-theme = about { $value }
reason-genre = { $one }
reason-year = from { $year }
reason-minutes = runs { $minutes }
reason-place-country = from { $value }
reason-place-language = in { $value }
reason-certificate = rated { $value }
reason-acclaim = highly praised
reason-gem = little known
reason-famous = widely loved

# The end of "funnier than …", left away when the film was named before.
than = than { $other }
# Stands for a film that was named before, at the end of a clause; empty where a language cannot.
again-it = it

## Why, at length

why-kin = People who love { $other } love this one too.
why-liked = You liked { $other }: people who love it love this one too.
why-shares = It shares { $value } with { $other }.
why-shares-genre = Like { $other }, it is { $one }.
why-more = It is { $more } than { $other }: { $own } of 4 for { $axis }, against { $theirs }.
why-less = It is { $less } than { $other }: { $own } of 4 for { $axis }, against { $theirs }.
why-mood = It scores { $own } of 4 for { $axis }.
why-without = It scores { $own } of 4 for { $axis }.
why-director = { $value } directed it.
why-cast = { $value } plays in it.
why-writer = { $value } wrote it.
why-composer = { $value } wrote the music.
why-theme = It is about { $value }.
why-genre = It is { $one }.
why-year = It is from { $year }.
why-minutes = It runs { $minutes }.
why-place-country = It comes from { $value }.
why-place-language = It is in { $value }.
why-certificate = It is rated { $value }.
why-acclaim = It is highly praised.
why-gem = Few people know it.
why-famous = It is widely known.
why-nothing = It was simply nearest to what you wrote.

## Countries that are gone

country-su = the Soviet Union
country-yu = Yugoslavia
country-cs = Czechoslovakia
country-xc = Czechoslovakia
country-dd = East Germany

## Buttons and cards

button-up = 👍
button-down = 👎
button-seen = 👁 Seen it
button-undo = ↩ { $verdict } { $title }
button-why = Why?
button-more = More like this
button-previous = ◀
button-next = ▶
button-switch = Switch
verdict-up = 👍
verdict-down = 👎
verdict-seen = 👁
runtime = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes }
}
runtime-whole = { $hours } h

genre-action = action film
    .one = an action film
    .label = Action
genre-adventure = adventure
    .one = an adventure
    .label = Adventure
genre-animation = animated film
    .one = an animated film
    .label = Animation
genre-comedy = comedy
    .one = a comedy
    .label = Comedy
genre-crime = crime film
    .one = a crime film
    .label = Crime
genre-documentary = documentary
    .one = a documentary
    .label = Documentary
genre-drama = drama
    .one = a drama
    .label = Drama
genre-family = family film
    .one = a family film
    .label = Family
genre-fantasy = fantasy film
    .one = a fantasy film
    .label = Fantasy
genre-history = historical film
    .one = a historical film
    .label = History
genre-horror = horror film
    .one = a horror film
    .label = Horror
genre-music = music film
    .one = a music film
    .label = Music
genre-mystery = mystery
    .one = a mystery
    .label = Mystery
genre-romance = romance
    .one = a romance
    .label = Romance
genre-science-fiction = science fiction film
    .one = a science fiction film
    .label = Science Fiction
genre-thriller = thriller
    .one = a thriller
    .label = Thriller
genre-tv-movie = television film
    .one = a television film
    .label = TV Movie
genre-war = war film
    .one = a war film
    .label = War
genre-western = western
    .one = a western
    .label = Western

## Moods: how a film is, and is more or less

mood-funny = funny
    .more = funnier
    .less = less funny
mood-scary = scary
    .more = scarier
    .less = less scary
mood-dark = dark
    .more = darker
    .less = less dark
mood-romantic = romantic
    .more = more romantic
    .less = less romantic
mood-tense = tense
    .more = tenser
    .less = less tense
mood-action = full of action
    .axis = action
    .more = fuller of action
    .less = calmer
mood-violent = violent
    .more = more violent
    .less = less violent
mood-gory = gory
    .more = gorier
    .less = less gory
mood-sad = sad
    .more = sadder
    .less = less sad
mood-feel-good = feel-good
    .more = warmer
    .less = less feel-good
mood-inspiring = inspiring
    .more = more inspiring
    .less = less inspiring
mood-thought-provoking = thought-provoking
    .axis = thought provoking
    .more = more thought-provoking
    .less = less heady
mood-mind-bending = mind-bending
    .axis = mind bending
    .more = twistier
    .less = straighter
mood-complicated = complicated
    .more = more complicated
    .less = easier to follow
mood-slow = slow
    .more = slower
    .less = faster
mood-epic = epic
    .more = more epic
    .less = more intimate
mood-big-budget = lavish
    .axis = big budget
    .more = more lavish
    .less = smaller
mood-quirky = quirky
    .more = quirkier
    .less = less quirky
mood-artsy = artful
    .axis = artsy
    .more = more of an art film
    .less = less of an art film
mood-realistic = true to life
    .axis = realistic
    .more = more true to life
    .less = less realistic
mood-true-story = close to a true story
    .axis = true story
    .more = closer to a true story
    .less = less of a true story
mood-cheesy = over the top
    .axis = cheesy
    .more = more over the top
    .less = less cheesy
mood-silly = silly
    .more = sillier
    .less = less silly
mood-family-friendly = fit for the family
    .axis = family friendly
    .more = more family-friendly
    .less = more grown-up
mood-nostalgic = nostalgic
    .more = more nostalgic
    .less = less nostalgic
mood-sexy = sexy
    .more = sexier
    .less = less sexy
mood-satirical = satirical
    .more = more satirical
    .less = less satirical
mood-bleak = bleak
    .more = bleaker
    .less = more hopeful
mood-cosy = cosy
    .more = cosier
    .less = less cosy

plain-short = short
    .more = shorter
    .less = longer
plain-recent = recent
    .more = more recent
    .less = older
plain-famous = well known
    .more = better known
    .less = more obscure
plain-acclaimed = acclaimed
    .more = more acclaimed
    .less = less acclaimed

## Movie night

night-head = Movie night · { $wish }
night-in = In: { $names }
night-wish = { $name }: { $wish }
night-more = { $names } and { $count } more
night-dealt = { $count ->
    [1] One
    [2] Two
    [3] Three
    [4] Four
    [5] Five
   *[other] { $count }
} for { $names }:
night-film = { $place }. { $title } · { $facts }
night-film-bare = { $place }. { $title }
night-closes = Closes in { $minutes } min.
night-closes-soon = Closes in under a minute.
night-closes-now = All of you voted. The count is next.
night-tonight = Tonight: { $title } · { $votes } of { $count } would watch it
night-tonight-unvoted = Tonight: { $title }
night-nobody = Nobody voted, so it is the one that suits you all best.
night-tie-worst-off = As many votes as { $others }; this one leaves nobody far behind.
night-tie-average = As many votes as { $others }; this one suits you better on average.
night-tie-order = As many votes as { $others }, and nothing else between them.
night-why = { $name }: { $why }.
night-why-mood = { $moods }, as you like them
night-why-liked = close to films you like
night-why-nothing = nearest to what the night was opened with
night-cancelled = This movie night is called off.

night-button-join = 🙋 I'm in
night-button-wish = ✍️ Add a wish
night-button-deal = 🎬 Deal
night-button-vote = { $title } · { $count }
night-button-close = Close

night-note-opened = Say who is in, then deal.
night-note-joined = You are in.
night-note-already-in = You are in.
night-note-left = You are out. Tap again to come back.
night-note-not-in = That is for those who are in.
night-note-wished = Noted.
night-note-dealt = Vote for all that you would watch.
night-note-nothing-fits = Nothing fits everyone's wishes. Let one go, and deal again.
night-note-voted = You would watch { $title }.
night-note-unvoted = Taken back.
night-note-twice = Noted.
night-note-not-dealt = There are no films to vote for yet.
night-note-already-dealt = The films are dealt. Wishes count before.
night-note-decided = Counted.
night-note-cancelled = Called off.
night-note-over = This night is over.
night-note-no-night = There is no movie night here. Start one with /movienight.
night-note-unclear = I could not read a wish in that. Try "nothing scary" or "under two hours".
night-ask-wish = What do you wish for tonight, or not? Reply to this message with a line such as "nothing scary".

## Shared cards in groups

button-mine = Mine
shared-count = { $button } { $count }
shared-pages = Only who asked, or an admin, turns these cards. Tap "Mine" for your own.

## Movie night, in depth

night-button-leave = I'm out
night-button-cancel = Call it off
night-button-privately = 🤫 Wish privately
night-tie-owed = As many votes as { $others }; this one goes to those who got less on earlier nights.
night-after = How was { $title }?
night-ask = { $name }, what do you wish for tonight, or not? Reply to this message with a line such as "nothing scary".
night-ask-privately = What do you wish for tonight's movie night, or not? Reply to this message with a line such as "nothing scary". I keep to it and tell nobody.
night-noted-privately = Noted, and between us. You are in.
night-link-old = That movie night is over. Start another in the group with /movienight.
night-link-others = That movie night is for those who are in the group.
night-note-asked = Asked.
night-note-liked = Noted.
night-note-disliked = Noted.
night-note-unsaid = Taken back.
night-button-poll = 📊 Vote by poll
night-button-buttons = 🔘 Vote by buttons
night-note-by-poll = You will vote in a poll.
night-note-by-buttons = You will vote by buttons.
night-poll-question = Which of these would you watch? Choose as many as you like.
night-poll-voted = Voted in the poll: { $voted } of { $count }.
night-no-poll = I may not send polls here, so you vote by buttons.

## Cards in other chats: what stands under a card that was sent by typing the bot's name, and above the offers.

inline-open = Open in Matinee
inline-button = Talk with Matinee

## What a private chat can do beside wishing

button-save = 🔖 Save for later
button-unsave = 🔖 Saved
saved = Saved. /watchlist shows all of them.
unsaved = Let go.
watchlist-head = { $count ->
    [one] Saved for later: one film
   *[other] Saved for later: { $count } films
}
watchlist-empty = Nothing is saved. Tap 🔖 on a card to keep a film for later.
similar-what = Name a film after it: /similar and the title.
similar-unknown = I don't know that film. Check its title, or tell me what it is like.

menu-surprise = Films without a wish
menu-similar = Films like one that you name
menu-taste = What I think you like
menu-watchlist = Films that you saved
menu-seen = Films that you judged or saw
menu-settings = Language, country, age limit
menu-export = All that is kept of you, as a file
menu-feedback = Tell who runs this bot
help-more =
    /surprise needs no wish, /similar and a title finds films like it. /taste says what I think you like, /watchlist and /seen show your films. Send me the file that Letterboxd, IMDb or Trakt export, and I know what you saw there. /settings has language, country, age limit and family mode.
privacy-more =
    Your settings are sealed too; the films that you saved are kept like your thumbs. /export sends you all of it. What you write to /feedback is passed on and not kept here. Nobody else is served by your thumbs unless you say so in /settings, and you can take that back.
privacy-days = Where nothing was said for { $days } days, all of it is deleted.
privacy-no-days = It is kept until you delete it.
alone = Write { $command } to me in a private chat: that is between us.

settings-head = Settings
settings-language = Language: { $value }
settings-country = Country: { $value }
settings-certificate = Age limit: { $value }
settings-family = Family mode: { $value }
settings-spoilers = Plots hidden until tapped: { $value }
settings-sharing = My thumbs may train picks for others: { $value }
settings-meaning = Family mode deals nothing above { $certificate } and no horror.
settings-on = on
settings-off = off
settings-any = none
settings-unset = not set
settings-as-app = as in your app
settings-language-head = Language
settings-language-help = The language that I answer in.
settings-country-head = Country
settings-country-help = Where you watch films. Not in the list: write /settings and its two letters, such as /settings IS.
settings-certificate-head = Age limit
settings-certificate-help = Nothing above it is dealt in this chat, whatever the wish. These are the certificates of the United States.
settings-not-a-country = { $said } is no country that I know. Write its two letters, such as /settings IS.
settings-gone = These buttons are from an older version. Write /settings.
button-language = Language
button-country = Country
button-certificate = Age limit
button-family = family mode
button-spoilers = hidden plots
button-sharing = sharing my thumbs
button-switch-on = Turn on { $what }
button-switch-off = Turn off { $what }
button-back = Back

taste-unknown = { $count ->
    [one] I know too little yet: one more 👍 and I can say something.
   *[other] I know too little yet: { $count } more 👍 and I can say something.
}
taste-from = { $disliked ->
    [0] From { $liked } films that you liked, beside all films:
   *[other] From { $liked } films that you liked and { $disliked } that you did not, beside all films:
}
taste-moods = You like films that are { $moods }, such as { $films }.
taste-spared = Less so: { $moods }.
taste-genres = Kinds that you like more than usual: { $genres }, such as { $films }.
taste-person = { $name }: { $count } of them, { $films } the latest.
taste-decade = The { $decade } stand out: { $count } of the { $liked } are from then.
taste-title = Your taste
taste-panel-moods = Moods
taste-panel-genres = Genres
taste-panel-decades = Decades
taste-legend-own = films you liked
taste-legend-usual = all films
decade = { $year }s
seen-head = { $count ->
    [one] One film that you judged or saw, the latest first:
   *[other] { $count } films that you judged or saw, the latest first:
}
seen-line = { $verdict } { $title }
seen-more = … and { $count } more. /export has all of them.
seen-none = You have judged no film yet.
feedback-what = Write it behind the command: /feedback and what you want to say.
feedback-nobody = Nobody has asked for feedback here.
feedback-passed = Passed on, but not who wrote it. Nothing of it is kept here.
feedback-head = Feedback:
export-ready = All that I keep of you and this chat.
forgotten-what =
    Deleted: { $verdicts ->
        [one] one verdict on a film
       *[other] { $verdicts } verdicts on films
    }, { $saved ->
        [one] one saved film
       *[other] { $saved } saved films
    }, your settings, the wish and cards of this chat, and the number that I know you by.
import-found = From { $publisher }: { $liked } liked, { $disliked } disliked, { $seen } more that you saw.
import-missing = I don't know { $films }.
import-missing-more = I don't know { $films } and { $count } more.
import-new = { $count ->
    [0] Nothing of it is new to me.
    [one] One of them is new to me, and counts from now on.
   *[other] { $count } of them are new to me, and count from now on.
}
import-not-read = I can read what Letterboxd, IMDb and Trakt export: the zip, CSV or JSON as it came. This file is none of them, or it is damaged.
import-too-large = That file is too large: I take up to { $most } MB. Send the zip as it came.
button-watch = 📺 Where to watch
button-trailer = ▶ Trailer
button-my-country = Say where I am
watch-head = { $title }, in { $country }:
watch-flatrate = With a subscription: { $places }
watch-free = Free: { $places }
watch-ads = With advertisements: { $places }
watch-rent = To rent: { $places }
watch-buy = To buy: { $places }
watch-nowhere = { $title }: nothing is known of a place in { $country } that shows it.
watch-where = { $title }: tell me your country, and I say where it can be watched.
watch-unknown = { $title }: I cannot find out where it can be watched. Try again in a while.
