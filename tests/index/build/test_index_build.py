"""A build does what changed and no more, gives what a full one gives, and leaves the active set alone when it fails."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace

import numpy as np
import pytest

from index import catalogue
from index.artefacts import Active, activate, active, load, seal, verify
from index.build import build, coverage
from index.catalogue import Catalogue
from index.errors import ArtefactError, SourceError
from index.lexical import Lexical
from index.moods import by_hand, model
from index.sources import starter
from index.vectors import Vectors


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def rephrased(films, row=3):
    return [replace(f, overview=f"{f.overview} And a storm.") if n == row else f for n, f in enumerate(films)]


def test_a_build_can_be_loaded_and_holds_the_films(exports, films, write, bundle):
    built = build([write(films)], bundle)
    assert (built.films, built.encoded, built.fresh, exports) == (40, 40, True, [None])
    artefacts = load(bundle)
    assert artefacts.active == Active(catalogue=built.folder.name)
    assert artefacts.manifest.made["films"] == 40
    assert artefacts.manifest.made["sources"] == [
        ["films.jsonl: 40 rows read, 40 films"],
        ["all together: 40 rows read, 40 films"],
    ]
    assert artefacts.manifest.made["licences"] == []
    for row, film in enumerate(artefacts.catalogue.movies()):
        assert (film.tmdb, film.moods, film.asks, film.kin) == (
            films[row].tmdb,
            films[row].moods,
            films[row].asks,
            films[row].kin,
        )
    documents = [film.document() for film in films]
    np.testing.assert_allclose(artefacts.vectors.matrix, artefacts.encoder.encode(documents), atol=1e-6)
    np.testing.assert_array_equal(artefacts.moods.scores, by_hand(films).scores)
    word = films[7].keywords[0]
    np.testing.assert_array_equal(artefacts.lexical.scores(word), Lexical.build(documents).scores(word))
    assert artefacts.lexical.scores(word)[7] > 0
    assert artefacts.titles.film(films[7].tmdb).title == films[7].title


def test_building_the_same_again_does_nothing(exports, encoded, films, write, bundle):
    first = build([write(films)], bundle)
    before = {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in bundle.rglob("*") if p.is_file()}
    encoded.clear()
    told = []
    again = build([write(films)], bundle, progress=lambda *step: told.append(step))
    assert (again.folder, again.films, again.encoded, again.fresh) == (first.folder, 40, 0, False)
    assert {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in bundle.rglob("*") if p.is_file()} == before
    assert ({what for what, _, _ in told}, encoded, exports) == ({"files"}, [], [None])


def test_one_changed_film_is_one_document_to_encode(exports, encoded, films, write, bundle):
    first = build([write(films)], bundle)
    encoded.clear()
    changed = rephrased(films)
    second = build([write(changed)], bundle)
    assert (second.encoded, second.fresh, exports) == (1, True, [None])
    assert encoded == [changed[3].document()]
    assert second.folder != first.folder
    assert active(bundle).catalogue == second.folder.name
    assert os.path.samefile(first.folder / "encoder" / "model.onnx", second.folder / "encoder" / "model.onnx")


def test_what_does_not_change_the_text_is_not_encoded_again(exports, encoded, films, write, bundle):
    build([write(films)], bundle)
    encoded.clear()
    build([write([replace(films[0], runtime=1), *films[2:], films[1]])], bundle)
    assert encoded == []
    artefacts = load(bundle)
    assert artefacts.catalogue.movie(0).runtime == 1
    expected = [film.document() for film in [films[0], *films[2:], films[1]]]
    np.testing.assert_allclose(artefacts.vectors.matrix, artefacts.encoder.encode(expected), atol=1e-6)


def test_an_incremental_build_equals_a_full_one(exports, films, write, bundle, tmp_path):
    build([write(films[:30])], bundle)
    changed = rephrased(films)[::-1]
    grown = build([write(changed)], bundle)
    full = build([write(changed)], tmp_path / "other")
    assert (grown.encoded, full.encoded) == (11, 40)
    assert grown.folder.name == full.folder.name
    matrices = [Vectors.open(built.folder / "vectors.faiss").matrix for built in (grown, full)]
    np.testing.assert_allclose(*matrices, atol=1e-6)
    tables = [Catalogue.open(built.folder / "movies.parquet").movies() for built in (grown, full)]
    assert tables[0] == tables[1]
    ones, others = contents(grown.folder), contents(full.folder)
    assert ones.keys() == others.keys()
    assert {name for name in ones if ones[name] != others[name]} <= {"vectors.faiss", "manifest.json"}


def test_the_same_films_give_the_same_name_and_the_same_bytes(exports, films, write, tmp_path):
    built = [build([write(films)], tmp_path / name) for name in ("one", "other")]
    assert built[0].folder.name == built[1].folder.name
    assert contents(built[0].folder) == contents(built[1].folder)


@pytest.mark.parametrize(
    "stage", ["catalogue.write", "TitleIndex.build", "Encoder.encode", "Lexical.build", "by_hand", "seal", "activate"]
)
def test_a_build_that_fails_leaves_the_active_set(exports, films, write, bundle, monkeypatch, stage):
    first = build([write(films)], bundle)
    pointer = (bundle / "active.json").read_bytes()
    before = contents(first.folder)

    def fail(*args, **options):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(f"index.build.{stage}", fail)
        with pytest.raises(OSError, match="No space left"):
            build([write(rephrased(films))], bundle)
    assert (bundle / "active.json").read_bytes() == pointer
    assert contents(first.folder) == before
    assert not (bundle / ".building").exists()
    assert len(load(bundle).catalogue) == 40
    assert build([write(rephrased(films))], bundle).encoded == 1


def test_what_a_killed_build_left_is_cleared_away(exports, films, write, bundle):
    (bundle / ".building" / "encoder").mkdir(parents=True)
    (bundle / ".building" / "movies.parquet").write_text("half of it")
    built = build([write(films)], bundle)
    assert sorted(path.name for path in bundle.iterdir()) == ["active.json", built.folder.name, "history.jsonl"]


def test_two_builds_at_once_do_not_meet(exports, films, write, bundle, monkeypatch):
    refused = []
    write_catalogue = catalogue.write

    def meanwhile(movies, path):
        with pytest.raises(ArtefactError) as busy:
            build([write(rephrased(films), "others.jsonl")], bundle)
        refused.append(str(busy.value))
        write_catalogue(movies, path)

    monkeypatch.setattr("index.catalogue.write", meanwhile)
    built = build([write(films)], bundle)
    assert refused == [f"another build is at work in {bundle}: wait until it is done"]
    assert load(bundle).active.catalogue == built.folder.name


@pytest.mark.parametrize("same", [True, False], ids=["the same films", "other films"])
@pytest.mark.parametrize("name", ["vectors.faiss", "encoder/model.onnx", "documents.json"])
def test_a_damaged_set_is_built_anew_and_nothing_of_it_used(exports, films, write, bundle, name, same):
    first = build([write(films)], bundle)
    path = first.folder / name
    whole = path.read_bytes()
    path.write_bytes(whole[:-9] + bytes([whole[-9] ^ 64]) + whole[-8:])
    wanted = films if same else rephrased(films)
    second = build([write(wanted)], bundle)
    assert (second.encoded, second.fresh, exports) == (40, True, [None, None])
    assert (second.folder == first.folder) == same
    assert verify(second.folder).made["films"] == 40
    artefacts = load(bundle)
    documents = [film.document() for film in wanted]
    np.testing.assert_allclose(artefacts.vectors.matrix, artefacts.encoder.encode(documents), atol=1e-6)


def test_another_model_is_exported_and_encodes_everything(exports, films, write, bundle):
    first = build([write(films)], bundle)
    second = build([write(films)], bundle, model="some-model")
    assert (second.encoded, exports) == (40, [None, "some-model"])
    assert second.folder != first.folder
    assert verify(second.folder).made["model"].startswith("some-model ")


def test_vectors_of_texts_that_were_cut_elsewhere_are_not_kept(exports, films, write, bundle, monkeypatch):
    build([write(films)], bundle)
    monkeypatch.setattr("index.build.encoding.MAX_TOKENS", 128)
    assert build([write(rephrased(films))], bundle).encoded == 40


def test_taste_and_ranker_stay_active(exports, films, write, bundle):
    first = build([write(films)], bundle)
    (bundle / "taste-a").mkdir()
    seal(bundle / "taste-a", "taste", {})
    activate(bundle, Active(catalogue=first.folder.name, taste="taste-a"))
    second = build([write(rephrased(films))], bundle)
    assert active(bundle) == Active(catalogue=second.folder.name, taste="taste-a")


def test_films_that_nobody_judged_get_predicted_moods_and_are_encoded_once(
    exports, encoded, films, starter_films, write, bundle
):
    unjudged = [
        replace(f, tmdb=-f.tmdb, imdb=None, moods={}, asks=() if n % 2 else f.asks, kin=()) for n, f in enumerate(films)
    ]
    some = [*films[:10], *unjudged]
    build([write(some)], bundle)
    # Everything once; films with asks but no moods a second time, without their asks; and what the model learns from.
    taught = [film.document(asks=False) for film in starter_films]
    again = [film.document(asks=False) for film in unjudged if film.asks]
    assert sorted(encoded) == sorted({*(film.document() for film in some), *again, *taught})
    artefacts = load(bundle)
    plain = artefacts.encoder.encode([film.document(asks=False) for film in some])
    expected = model.complete(some, plain, starter_films, artefacts.encoder.encode(taught))
    assert artefacts.moods.by_hand.tolist() == [True] * 10 + [False] * 40
    np.testing.assert_allclose(artefacts.moods.scores, expected.scores, atol=1e-4)
    np.testing.assert_array_equal(artefacts.moods.scores[:10], by_hand(films[:10]).scores)
    encoded.clear()
    build([write([*some[:-1], replace(some[-1], overview="Another story.", asks=())])], bundle)
    assert encoded == [replace(some[-1], overview="Another story.").document(asks=False)]


def test_other_judgements_in_the_starter_are_a_new_build_only_where_moods_are_predicted(
    exports, films, write, bundle, monkeypatch, tmp_path
):
    stranger = replace(films[0], tmdb=-1, imdb=None, moods={}, asks=())
    sources = {"judged": write(films, "judged.jsonl"), "predicted": write([*films, stranger], "predicted.jsonl")}
    for name, source in sources.items():
        build([source], bundle / name)
    scored = load(bundle / "predicted").moods.axis("funny")[-1]
    (tmp_path / "starter").mkdir()
    solemn = [replace(film, moods={**film.moods, "funny": 0.0}) for film in starter.load()[0]]
    monkeypatch.setattr(starter.load, "__defaults__", (write(solemn, "starter/solemn.jsonl").parent,))
    again = {name: build([source], bundle / name) for name, source in sources.items()}
    assert {name: built.fresh for name, built in again.items()} == {"judged": False, "predicted": True}
    assert scored > 0.2
    assert load(bundle / "predicted").moods.axis("funny")[-1] == pytest.approx(0, abs=1e-6)


def test_a_film_of_two_files_is_taken_from_the_first(exports, films, write, bundle):
    other = [replace(films[1], title="Another title"), *films[2:4]]
    built = build([write(films[:2], "first.jsonl"), write(other, "second.jsonl")], bundle)
    assert [film.tmdb for film in load(bundle).catalogue.movies()] == [film.tmdb for film in films[:4]]
    assert load(bundle).catalogue.movie(1).title == films[1].title
    assert [(r.read, r.films, r.joined) for r in built.reports] == [(2, 2, 0), (3, 2, 1), (4, 4, 0)]


def test_no_film_at_all_is_refused(exports, write, bundle):
    path = write([])
    with pytest.raises(SourceError) as refused:
        build([path], bundle)
    assert str(refused.value) == f"no film in {path}: give at least one"
    assert not bundle.exists()


def test_progress_ends_where_there_is_no_more_to_do(exports, films, starter_films, write, bundle):
    build([write(films[:30])], bundle)
    told = []
    build(
        [write([*films, replace(films[0], tmdb=-1, imdb=None, moods={})])],
        bundle,
        progress=lambda *step: told.append(step),
    )
    texts = 10 + len({film.document(asks=False) for film in starter_films})  # what moods are learned from, too
    assert [step for step in told if step[0] == "films"] == [("films", 0, texts), ("films", texts, texts)]
    ends = {what: (done, total) for what, done, total in told}
    once = dict.fromkeys(("files", "catalogue", "titles", "text encoder", "words", "moods"), (1, 1))
    assert ends == once | {"films": (texts, texts)}


def test_coverage_is_the_share_of_films_that_have_a_field(exports, films, write, bundle):
    bare = [replace(film, overview="", certificate=None, moods={}) for film in films[:10]]
    build([write([replace(f, tmdb=-f.tmdb) for f in bare] + films[10:])], bundle)
    opened, shares = coverage(bundle)
    assert len(opened) == 40
    assert (shares["title"], shares["overview"], shares["moods"], shares["poster_path"]) == (1.0, 0.75, 0.75, 0.0)
    assert shares["certificate"] == sum(bool(f.certificate) for f in films[10:]) / 40


@pytest.fixture
def real(starter_bundle, bundle):
    shutil.copytree(starter_bundle, bundle, copy_function=os.link)
    return bundle


def test_the_starter_is_built_with_the_real_encoder(real, starter_films, encoded, write, monkeypatch):
    verify(real / active(real).catalogue)
    artefacts = load(real)
    assert artefacts.catalogue.movies() == starter_films
    np.testing.assert_array_equal(artefacts.moods.scores, by_hand(starter_films).scores)
    rows = [0, 100, len(starter_films) - 1]
    documents = [starter_films[row].document() for row in rows]
    np.testing.assert_allclose(artefacts.vectors.matrix[rows], artefacts.encoder.encode(documents), atol=1e-5)
    assert build([], real).encoded == 0

    monkeypatch.setattr("index.encoder.export.export", None)  # no need of torch any more
    encoded.clear()
    changed = rephrased(starter_films, 100)
    assert build([write(changed)], real).encoded == 1
    assert encoded == [changed[100].document()]
    after = load(real).vectors.matrix
    others = np.arange(len(starter_films)) != 100
    np.testing.assert_array_equal(after[others], artefacts.vectors.matrix[others])
    assert 0.9 < after[100] @ artefacts.vectors.matrix[100] < 0.9999
