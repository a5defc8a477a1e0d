"""A damaged or wrong artefact is refused and the pointer stays; a kill at any moment leaves a set that works."""

from __future__ import annotations

import json
import os
import shutil
import signal

import pytest

from index.artefacts import Active, activate, active, history, read_manifest, seal, verify
from index.artefacts.manifest import MANIFEST
from index.errors import ArtefactError, NothingBuilt


@pytest.fixture
def bundle(tmp_path):
    return tmp_path / "bundle"


def artefact(bundle, name, kind="catalogue"):
    """A sealed folder with two files, one of them in a folder of its own."""
    folder = bundle / name
    (folder / "inner").mkdir(parents=True)
    (folder / "films").write_text(f"films of {name}")
    (folder / "inner" / "words").write_bytes(bytes(range(100)))
    seal(folder, kind, {"films": 3})
    return folder


def manifest_with(folder, **changes):
    path = folder / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def folders(bundle):
    return sorted(path.name for path in bundle.iterdir() if path.is_dir())


def test_a_seal_holds_the_size_and_hash_of_every_file(bundle):
    folder = artefact(bundle, "catalogue-a")
    sealed = read_manifest(folder)
    assert (sealed.kind, sealed.schema, sealed.made) == ("catalogue", 1, {"films": 3})
    assert {name: entry["bytes"] for name, entry in sealed.files.items()} == {"films": 20, "inner/words": 100}
    # As sha256sum says of "films of catalogue-a".
    assert sealed.files["films"]["sha256"] == "6587fb84786c783e75b2eb471faaf40e532b2dec77664d33bf681d6c5b6cdd7b"
    assert verify(folder) == sealed


def test_every_flipped_byte_is_noticed(bundle):
    folder = artefact(bundle, "catalogue-a")
    whole = verify(folder)
    for path in (folder / "films", folder / "inner" / "words", folder / MANIFEST):
        content = path.read_bytes()
        for place in range(len(content)):
            path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
            try:
                found = verify(folder)
            except ArtefactError:
                continue
            # Only how it was made, and of what kind (which activate looks at), is not hashed.
            assert path.name == MANIFEST
            assert found.files == whole.files
            assert (found.made, found.kind) != (whole.made, whole.kind)
        path.write_bytes(content)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda folder: (folder / "films").write_text("films of catalogue-c"), "films was changed since it was made"),
        (lambda folder: (folder / "films").write_text("short"), "films is missing or was changed"),
        (lambda folder: (folder / "inner" / "words").unlink(), "inner/words is missing or was changed"),
        (lambda folder: (folder / MANIFEST).unlink(), "has no manifest"),
        (lambda folder: (folder / MANIFEST).write_text("{"), "manifest.json cannot be read"),
        (lambda folder: (folder / MANIFEST).write_bytes(b"\xff"), "manifest.json cannot be read"),
        (lambda folder: (folder / MANIFEST).write_text("[]"), "manifest.json cannot be read"),
        (lambda folder: manifest_with(folder, files=["films"]), "manifest.json cannot be read"),
        (lambda folder: manifest_with(folder, files={"films": {}}), "manifest.json cannot be read"),
        (lambda folder: manifest_with(folder, more=1), "manifest.json cannot be read"),
        (lambda folder: manifest_with(folder, schema=2, more=1), "has artefact schema 2, this version reads 1"),
        (lambda folder: manifest_with(folder, kind="taste"), "catalogue-b is not a catalogue artefact"),
        (shutil.rmtree, "catalogue-b has no manifest"),
    ],
)
def test_what_is_damaged_or_wrong_is_refused_and_the_pointer_stays(bundle, damage, says):
    artefact(bundle, "catalogue-a")
    activate(bundle, Active(catalogue="catalogue-a"))
    damage(artefact(bundle, "catalogue-b"))
    with pytest.raises(ArtefactError) as refused:
        activate(bundle, Active(catalogue="catalogue-b"))
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert active(bundle) == Active(catalogue="catalogue-a")
    assert history(bundle) == [Active(catalogue="catalogue-a")]
    assert verify(bundle / "catalogue-a").kind == "catalogue"


def test_each_part_of_a_set_must_be_of_its_kind(bundle):
    artefact(bundle, "catalogue-a")
    artefact(bundle, "taste-a", "taste")
    artefact(bundle, "ranker-a", "ranker")
    with pytest.raises(ArtefactError, match="ranker-a is not a taste artefact"):
        activate(bundle, Active(catalogue="catalogue-a", taste="ranker-a"))
    with pytest.raises(NothingBuilt):
        active(bundle)
    whole = Active(catalogue="catalogue-a", taste="taste-a", ranker="ranker-a")
    activate(bundle, whole)
    assert active(bundle) == whole
    assert folders(bundle) == ["catalogue-a", "ranker-a", "taste-a"]


def test_the_last_two_sets_stay_and_older_ones_go(bundle):
    artefact(bundle, "taste-a", "taste")
    (bundle / "posters").mkdir(parents=True)
    sets = {name: Active(catalogue=f"catalogue-{name}", taste="taste-a") for name in "abc"}
    for name in "abc":
        artefact(bundle, f"catalogue-{name}")
    activate(bundle, sets["a"])
    assert folders(bundle) == ["catalogue-a", "posters", "taste-a"]  # b and c were in no set
    for name in "bc":
        artefact(bundle, f"catalogue-{name}")
        activate(bundle, sets[name])
    assert active(bundle) == sets["c"]
    assert history(bundle) == [sets["c"], sets["b"]]
    assert folders(bundle) == ["catalogue-b", "catalogue-c", "posters", "taste-a"]

    activate(bundle, sets["b"])  # the way back
    activate(bundle, sets["b"])  # and once more changes nothing
    assert history(bundle) == [sets["b"], sets["c"]]
    assert folders(bundle) == ["catalogue-b", "catalogue-c", "posters", "taste-a"]
    artefact(bundle, "catalogue-d")
    activate(bundle, Active(catalogue="catalogue-d"))
    assert folders(bundle) == ["catalogue-b", "catalogue-d", "posters", "taste-a"]  # taste-a belongs to b


@pytest.mark.parametrize(
    "damage", [b"", b'{"catalogue": ', b"\xff\n[]\n{}\n", None], ids=["empty", "cut", "odd", "gone"]
)
def test_a_damaged_history_costs_no_active_set(bundle, damage):
    for name in "ab":
        artefact(bundle, f"catalogue-{name}")
        activate(bundle, Active(catalogue=f"catalogue-{name}"))
    if damage is None:
        (bundle / "history.jsonl").unlink()
    else:
        (bundle / "history.jsonl").write_bytes(damage)
    artefact(bundle, "catalogue-c")
    activate(bundle, Active(catalogue="catalogue-c"))
    assert history(bundle) == [Active(catalogue="catalogue-c"), Active(catalogue="catalogue-b")]
    assert folders(bundle) == ["catalogue-b", "catalogue-c"]


def test_nothing_built_says_what_to_run(tmp_path):
    (tmp_path / "file").write_text("")
    for place in (tmp_path, tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(NothingBuilt) as nothing:
            active(place)
        assert str(nothing.value) == f"nothing is built in {place}: run `matinee catalogue build`"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "cannot be read"),
        ("[]", "is of another version"),
        ('{"schema": 2, "catalogue": "catalogue-a"}', "is of another version"),
        ('{"schema": 1}', "names no catalogue"),
    ],
)
def test_a_pointer_that_makes_no_sense_is_refused(tmp_path, text, says):
    (tmp_path / "active.json").write_text(text)
    with pytest.raises(ArtefactError) as refused:
        active(tmp_path)
    assert not isinstance(refused.value, NothingBuilt)
    assert str(refused.value) == f"{tmp_path / 'active.json'} {says}: run `matinee catalogue build`"


def test_the_pointer_is_replaced_as_a_whole(bundle):
    artefact(bundle, "catalogue-a")
    activate(bundle, Active(catalogue="catalogue-a"))
    artefact(bundle, "catalogue-b")
    with (bundle / "active.json").open() as held:
        activate(bundle, Active(catalogue="catalogue-b"))
        assert json.load(held)["catalogue"] == "catalogue-a"  # who was reading goes on reading the old one
    assert active(bundle).catalogue == "catalogue-b"


@pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="needs /proc to name what is synced")
def test_files_reach_the_disk_before_their_names_do(bundle, monkeypatch):
    events = []
    fsync, replace = os.fsync, os.replace

    def synced(descriptor):
        events.append(f"fsync {os.path.basename(os.readlink(f'/proc/self/fd/{descriptor}'))}")
        fsync(descriptor)

    def replaced(source, target):
        events.append(f"replace {os.path.basename(target)}")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    artefact(bundle, "catalogue-a")
    activate(bundle, Active(catalogue="catalogue-a"))
    assert [event.replace(f".{os.getpid()}", "") for event in events] == [
        *("fsync films", "fsync words"),
        *("fsync .manifest.json", "replace manifest.json", "fsync catalogue-a"),
        *("fsync .history.jsonl", "replace history.jsonl", "fsync bundle"),
        *("fsync .active.json", "replace active.json", "fsync bundle"),
    ]


def killed_at(step, work):
    """Run work in a child that is killed before its step-th look at the disk; False when it ended sooner."""
    child = os.fork()
    if child == 0:
        try:
            left = step

            def counted(call):
                def counting(*args, **kwargs):
                    nonlocal left
                    if left == 0:
                        os.kill(os.getpid(), signal.SIGKILL)
                    left -= 1
                    return call(*args, **kwargs)

                return counting

            for module, name in ((os, "open"), (os, "fsync"), (os, "replace"), (os, "close"), (os, "unlink")):
                setattr(module, name, counted(getattr(module, name)))
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return status != 0


def test_a_kill_at_any_step_leaves_the_old_set_or_the_new_one(bundle):
    sets = [Active(catalogue=f"catalogue-{name}") for name in "abc"]
    seen = []
    step = 0
    while True:
        shutil.rmtree(bundle, ignore_errors=True)
        for one in sets[:2]:
            artefact(bundle, one.catalogue)
            activate(bundle, one)
        artefact(bundle, sets[2].catalogue)
        cut_short = killed_at(step, lambda: activate(bundle, sets[2]))
        seen.append(active(bundle))
        assert verify(bundle / seen[-1].catalogue).kind == "catalogue"
        artefact(bundle, "catalogue-d")
        activate(bundle, Active(catalogue="catalogue-d"))
        assert history(bundle) == [Active(catalogue="catalogue-d"), seen[-1]]
        assert folders(bundle) == sorted([seen[-1].catalogue, "catalogue-d"])
        if not cut_short:
            break
        step += 1
    assert seen[0] == sets[1]
    assert seen[-1] == sets[2]
    assert [s == sets[2] for s in seen] == sorted(s == sets[2] for s in seen)  # once new, always new
    assert step >= 8
