"""A build that was killed goes on where it was, and what became of every row is kept with the films."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np

from index.artefacts import load
from index.build import build
from index.vectors import Vectors

ROOT = Path(__file__).resolve().parent.parent.parent.parent

KILLED = """
import os, shutil, signal, sys
from pathlib import Path
import index.encoder.export
from index.build import build, encoding

tiny, source, bundle = map(Path, sys.argv[1:])
index.encoder.export.export = lambda folder, model=None: shutil.copytree(tiny, folder)
encoding._PART = 8
done = []

def die(what, finished, total):
    done.append(what)
    if what == "films" and finished == 16:
        os.kill(os.getpid(), signal.SIGKILL)

build([source], bundle, progress=die)
"""


def test_a_killed_build_goes_on_where_it_was(exports, encoded, films, write, bundle, tiny_encoder, tmp_path):
    path = write(films)
    run = [sys.executable, "-c", KILLED, str(tiny_encoder), str(path), str(bundle)]
    assert subprocess.run(run, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    assert not (bundle / "active.json").exists()
    built = build([path], bundle)
    assert (built.encoded, len(encoded)) == (24, 24)
    assert not (bundle / ".encoded").exists()
    whole = build([path], tmp_path / "other")
    matrices = [Vectors.open(folder / "vectors.faiss").matrix for folder in (built.folder, whole.folder)]
    np.testing.assert_allclose(*matrices, atol=1e-5)


def test_a_damaged_part_is_encoded_again(exports, encoded, films, write, bundle):
    (bundle / ".encoded").mkdir(parents=True)
    (bundle / ".encoded" / "abc.npz").write_bytes(b"PK\x03\x04 cut off")
    assert build([write(films)], bundle).encoded == len(encoded) == 40


def test_what_became_of_every_row_is_kept_with_the_films(exports, films, write, bundle, tmp_path):
    dump = tmp_path / "more.csv"
    dump.write_text("id,title,overview,runtime,release_date\n-,Odd,x,,\n7,Seven,A <b>sea</b>.,4000,1990-01-01\n")
    built = build([write(films[:3]), dump], bundle)
    kept = json.loads((built.folder / "report.json").read_text())
    assert kept[1] == {
        "source": "more.csv",
        "read": 2,
        "films": 1,
        "joined": 0,
        "mended": {"HTML in a text, taken out": 1, "a runtime below 1 or beyond 1,000 minutes, left out": 1},
        "dropped": {"no id: a shifted row": 1},
    }
    assert load(bundle).manifest.made["licences"] == ["TMDB: non-commercial use, with attribution"]
