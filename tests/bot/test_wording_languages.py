"""Every language says everything that English says, with the same variables, and nothing that nobody uses."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as syntax

from bot.wording import LANGUAGES, Words, language_of, standing, words
from bot.wording.reasons import at_length, line
from engine.candidate import Fact, Reason
from engine.request import Example, Limits, Mood, Person, Request
from index.sources import starter

BOT = Path(__file__).parents[2] / "bot"
OTHERS = [language for language in LANGUAGES if language != "en"]
OPTIONAL = re.compile(r"mood-[a-z-]+\.axis")  # only where the word for films is not the name of the axis
COUNTS = (0, 1, 2, 3, 4, 5, 11, 21, 22, 25, 111)


class _Variables(visitor.Visitor):
    def __init__(self):
        self.names = set()

    def visit_VariableReference(self, node):  # noqa: N802 (the name that the library calls)
        self.names.add(node.id.name)


def variables(node):
    found = _Variables()
    found.visit(node)
    return found.names


@cache
def messages(language):
    """Every message and attribute of a file, with its variables."""
    parsed = FluentParser().parse((BOT / "wording" / f"{language}.ftl").read_text(encoding="utf-8"))
    junk = [entry.content for entry in parsed.body if isinstance(entry, syntax.Junk)]
    assert junk == [], f"{language}.ftl has lines that are no messages"
    found = {}
    for entry in (entry for entry in parsed.body if isinstance(entry, syntax.Message)):
        assert entry.id.name not in found, f"{language}.ftl says {entry.id.name} twice"
        found[entry.id.name] = variables(entry.value)
        found |= {f"{entry.id.name}.{each.id.name}": variables(each.value) for each in entry.attributes}
    return found


@cache
def patterns():
    """What the code may ask for: literal names, and f-strings as patterns."""
    found = {"occasion-[a-z-]+"}  # put together with "+"
    for path in sorted(BOT.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        literals = {re.escape(n.value) for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        found |= literals
        for node in nodes:
            if isinstance(node, ast.JoinedStr) and len(node.values) > 1:
                first, *rest = [p.value if isinstance(p, ast.Constant) else None for p in node.values]
                opening = f"(?:{'|'.join(sorted(literals))})" if first is None else re.escape(first)
                found.add(opening + "".join("[a-z-]+" if part is None else re.escape(part) for part in rest))
    return [re.compile(f"(?:{each})(?:\\.[a-z]+)?") for each in found]


def asked_for():
    """Literal messages that the code asks for, by the file that does."""
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in {"words", "say", "_words", "_say"} and isinstance(node.args[0].value, str):
                yield path.relative_to(BOT).as_posix(), node.args[0].value


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_messages_of_english(language):
    own, english = set(messages(language)), set(messages("en"))
    lacking = sorted(name for name in english - own if not OPTIONAL.fullmatch(name))
    unknown = sorted(name for name in own - english if not OPTIONAL.fullmatch(name))
    assert not lacking, f"bot/wording/{language}.ftl lacks: {', '.join(lacking)}"
    assert not unknown, f"bot/wording/{language}.ftl has what English has not: {', '.join(unknown)}"


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_uses_the_variables_of_english(language):
    own, english = messages(language), messages("en")
    wrong = {
        name: f"has {sorted(own[name])}, English has {sorted(english[name])}"
        for name in own.keys() & english.keys()
        if own[name] != english[name] and name != "only"
    }
    assert wrong == {}, f"bot/wording/{language}.ftl"
    assert own["only"] >= {"relaxed"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language):
    say = Words(language)
    for name, used in messages(language).items():
        for count in COUNTS:
            values = {each: count if each in {"count", "hours", "votes", "minutes", "place"} else "x" for each in used}
            said = say(name, **values)
            assert "{" not in said, f"{language}: {name}"
            assert said or name == "again-it", f"{language}: {name}"
            assert "!" not in said, f"{language}: {name} shouts"


def test_every_message_is_used():
    names = {name for name in messages("en") if "." not in name}
    unused = [
        n for n in sorted(names) if not any(p.fullmatch(n) or p.fullmatch(n.replace("-", " ")) for p in patterns())
    ]
    assert unused == [], "nothing in bot/ asks for these"


def test_every_message_that_is_asked_for_is_there():
    assert [(path, name) for path, name in asked_for() if name not in messages("en")] == []


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("pt-BR", "pt"), ("pt_PT", "pt"), ("DE", "de"), ("de-AT", "de"), ("uk", "uk"), ("ru-RU", "ru"),
        ("en-GB", "en"), ("ja", "en"), ("", "en"), (None, "en"), ("xx-unheard", "en"),
    ],
)  # fmt: skip
def test_the_language_of_a_code(code, language):
    assert language_of(code) == language
    assert words(code or "en").code == language


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "a, b and c"), ("de", "a, b und c"), ("es", "a, b y c"), ("fr", "a, b et c"),
        ("pt", "a, b e c"), ("it", "a, b e c"), ("ru", "a, b и c"), ("uk", "a, b і c"),
    ],
)  # fmt: skip
def test_lists(language, said):
    assert words(language).listing(["a", "b", "c"]) == said
    assert words(language).listing(["a"]) == "a"
    assert words(language).listing([]) == ""


def test_slavic_plurals():
    ru, uk = words("ru"), words("uk")
    told = [ru("only", count=count, relaxed="жанр").split(".")[0] for count in (0, 1, 2, 5, 11, 21, 22)]
    assert told == [
        "Всему сразу не подходит ничего",
        "Всему сразу подходит 1 фильм",
        "Всему сразу подходят 2 фильма",
        "Всему сразу подходят 5 фильмов",
        "Всему сразу подходят 11 фильмов",
        "Всему сразу подходит 21 фильм",
        "Всему сразу подходят 22 фильма",
    ]
    told = [uk("only", count=count, relaxed="жанр").split(".")[0] for count in (1, 3, 7, 21)]
    assert told == [
        "Усьому разом відповідає 1 фільм",
        "Усьому разом відповідають 3 фільми",
        "Усьому разом відповідають 7 фільмів",
        "Усьому разом відповідає 21 фільм",
    ]
    assert ru("night-dealt", names="А и Б", count=5) == "А и Б, вот пять фильмов:"


def test_places_by_name():
    assert words("de").language("ko") == "Koreanisch"
    assert words("fr").country("FR") == "France"
    assert words("uk").country("SU") == "СРСР"
    assert words("en").country("SU") == "the Soviet Union"


WISH = Request(
    limits=Limits(genres=("Thriller",), languages=("ko",), years=(None, 1999), not_genres=("Horror",)),
    moods=(Mood(axis="gory", wanted=False), Mood(axis="funny", strength=2.0)),
    occasion="rainy day",
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Korean thriller, very funny, 1999 or earlier, rainy day, not gory, without horror"),
        ("de", "Thriller auf Koreanisch, sehr lustig, bis 1999, Regentag, nicht blutig, ohne Horror"),
        ("es", "Thriller en coreano, muy divertida, hasta 1999, día de lluvia, no sangrienta, sin terror"),
        ("fr", "Thriller en coréen, très drôle, jusqu'à 1999, jour de pluie, pas sanglant, sans horreur"),
        ("pt", "Suspense em coreano, muito engraçado, até 1999, dia de chuva, não sangrento, sem terror"),
        ("it", "Thriller in coreano, molto divertente, fino al 1999, giorno di pioggia, non sanguinoso, senza horror"),
        ("ru", "Триллер (язык: корейский), очень смешной, до 1999 года, дождливый день, не кровавый, исключить: ужасы"),
        ("uk", "Трилер (мова: корейська), дуже смішний, до 1999 року, дощовий день, не кривавий, виключити: жахи"),
    ],
)
def test_the_standing_wish(language, said):
    assert standing(WISH, str, words(language)) == said


def test_the_standing_wish_with_people_and_films():
    request = Request(
        liked=(Example(tmdb=7),),
        people=(Person(name="Ana", role="director"), Person(name="Bo", wanted=False)),
        limits=Limits(countries=("JP",), genres=("Horror",)),
        audience="kids",
    )
    assert standing(request, str, words("de")) == "Wie 7, Horrorfilm (Japan), Regie: Ana, ohne Bo, mit Kindern"
    assert (
        standing(request, str, words("es"))
        == "Como 7, película de terror de Japón, dirigida por Ana, sin Bo, con niños"
    )


REASONS = (
    Reason(fact=Fact.MORE, value="funny", other=5, own=3.0, theirs=1.0),
    Reason(fact=Fact.KIN, other=5),
)


@pytest.mark.parametrize(
    ("language", "told", "why"),
    [
        (
            "en",
            "Much funnier than T5 and loved by people who love it.",
            "It is much funnier than T5: 3 of 4 for funny, against 1. People who love T5 love this one too.",
        ),
        (
            "de",
            "Viel lustiger als T5 und beliebt bei allen, die T5 lieben.",
            "Er ist viel lustiger als T5: 3 von 4 für „lustig“, dort 1. Wer T5 liebt, liebt auch diesen Film.",
        ),
        (
            "ru",
            "Намного смешнее по сравнению с T5 и нравится тем, кто любит T5.",
            "Он намного смешнее, чем T5: 3 из 4 по шкале «смешной», а там 1. Кто любит T5, любит и этот фильм.",
        ),
    ],
)
def test_reasons(language, told, why):
    movie = starter.load()[0][0]
    assert line(movie, REASONS, lambda tmdb: f"T{tmdb}", words(language)).endswith(told)
    assert at_length(REASONS, lambda tmdb: f"T{tmdb}", words(language)) == why


@pytest.mark.parametrize(
    ("language", "quoted", "number", "either"),
    [
        ("en", '"x"', "3.5", "Swedish, Danish or Finnish"),
        ("de", "„x“", "3,5", "Schwedisch, Dänisch oder Finnisch"),
        ("es", "«x»", "3,5", "sueco, danés o finés"),
        ("fr", "«\xa0x\xa0»", "3,5", "suédois, danois ou finnois"),
        ("pt", "“x”", "3,5", "sueco, dinamarquês ou finlandês"),
        ("ru", "«x»", "3,5", "шведский, датский или финский"),
    ],
)
def test_what_a_language_writes_in_its_own_way(language, quoted, number, either):
    say = words(language)
    assert (say.quoted("x"), say.number(3.5), say.number(3)) == (quoted, number, "3")
    assert say.listing([say.language(code) for code in ("sv", "da", "fi")], either=True) == either


def test_names_change_the_words_before_them():
    assert words("fr")("than", other="Interstellar") == "qu'Interstellar"
    assert words("fr")("than", other="Alien") == "qu'Alien"
    assert words("fr")("than", other="Heat") == "que Heat"
    assert words("es").listing(["Heat", "Interstellar"]) == "Heat e Interstellar"
    assert words("es").listing(["Heat", "Alien"]) == "Heat y Alien"
    assert [words("en").of_country(code) for code in ("US", "FR")] == ["the United States", "France"]
    assert words("de").of_country("US") == "Vereinigte Staaten"


def test_a_liking_is_a_sentence_of_its_own_and_kin_come_last():
    movie, name = starter.load()[0][0], lambda tmdb: f"T{tmdb}"
    liked, kin, funny = (
        Reason(fact=Fact.LIKED, other=7),
        Reason(fact=Fact.KIN, other=5),
        Reason(fact=Fact.MOOD, value="funny", own=2.0),
    )
    assert line(movie, (liked, funny), name, words("en")).endswith(
        ". Funny. You liked T7, and people who love it love this."
    )
    assert line(movie, (kin, funny), name, words("de")).endswith("Lustig und beliebt bei allen, die T5 lieben.")
