"""A chat starts fast because it never imports what only building needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ["torch", "transformers", "sentence_transformers", "pandas", "sklearn", "alembic"]
PROGRAM = f"""
import sys
from bot.__main__ import main
code = main(sys.argv[1:])
print(code, [name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""


def test_a_chat_imports_nothing_that_only_building_needs(starter_bundle, tmp_path):
    where = ["--bundle", str(starter_bundle), "--home", str(tmp_path)]

    def run(*arguments):
        command = [sys.executable, "-c", PROGRAM, *where, *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stderr.splitlines()[-1]

    said = ["chat", "--say", "something like Interstellar but funnier", "--say", "up", "--say", "why"]
    assert run(*said).startswith("0 ")  # the first chat makes the database, for which alembic is needed
    assert run(*said) == "0 []"
    assert run("recommend", "a western") == "0 []"
