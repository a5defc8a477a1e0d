"""What the command line says when something is wrong: one line on standard error, and exit code 2."""

import pytest

from bot.__main__ import main


@pytest.fixture(autouse=True)
def _alone(tmp_path, monkeypatch):
    """No .env, no settings of whoever runs the tests, and a fixed width."""
    for name in ("MATINEE_HOME", "MATINEE_BUNDLE", "MATINEE_DATABASE_URL", "MATINEE_DATA_KEY", "TELEGRAM_BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)


def complaint(capsys):
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1
    return err.rstrip("\n")


@pytest.mark.parametrize(
    "command",
    [
        ["chat", "--say", "hello"], ["demo"], ["recommend", "a western"], ["parse", "a western"], ["catalogue", "info"],
    ],
)  # fmt: skip
def test_without_a_bundle_each_command_names_the_command_that_builds_one(command, tmp_path, capsys):
    assert main(["--home", str(tmp_path / "h"), *command]) == 2
    assert complaint(capsys) == f"nothing is built in {tmp_path}/h/bundle: run `matinee catalogue build`"
    assert not (tmp_path / "h").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chat", "--foo"], "No such option: --foo: see `matinee chat --help`"),
        (["chatt"], "No such command 'chatt'. Did you mean 'chat'?: see `matinee --help`"),
        (["parse"], "Invalid value: give a TEXT, or --batch FILE: see `matinee parse --help`"),
        (["recommend"], "Invalid value: give a TEXT, or --batch FILE: see `matinee recommend --help`"),
        (["--bundle"], "Option '--bundle' requires an argument: see `matinee --help`"),
        (
            ["recommend", "--batch", "no.jsonl"],
            "Invalid value for '--batch': file 'no.jsonl' does not exist: see `matinee recommend --help`",
        ),
        (
            ["parse", "--batch", "no.jsonl"],
            "Invalid value for '--batch': file 'no.jsonl' does not exist: see `matinee parse --help`",
        ),
        (
            ["parse", "a western", "--batch", "."],
            "Invalid value for '--batch': file '.' is a directory: see `matinee parse --help`",
        ),
        (["catalogue", "build", "--from", "no.csv", "--out", "b"], "no.csv does not exist"),
    ],
)
def test_wrong_arguments_get_one_line_that_says_where_to_look(arguments, said, capsys):
    assert main(arguments) == 2
    assert complaint(capsys) == said


def test_a_setting_that_cannot_be_used_is_named(monkeypatch, capsys):
    monkeypatch.setenv("MATINEE_LOG_LEVEL", "loud")
    assert main(["chat", "--say", "hello"]) == 2
    assert complaint(capsys).startswith("MATINEE_LOG_LEVEL: ")


def test_a_folder_that_cannot_be_written_is_named(tmp_path, capsys):
    (tmp_path / "file").write_text("here already")
    assert main(["catalogue", "build", "--out", str(tmp_path / "file" / "bundle")]) == 2
    said = complaint(capsys)
    assert said == f"{tmp_path}/file/bundle: not a directory: name a file or folder that can be used"


def test_the_bundle_is_found_wherever_the_option_stands(tmp_path, capsys):
    for arguments in (
        ["--bundle", "here", "parse", "a western"],
        ["parse", "--bundle", "here", "a western"],
        ["parse", "a western", "--bundle=here"],
    ):
        assert main(arguments) == 2
        assert complaint(capsys) == f"nothing is built in {tmp_path}/here: run `matinee catalogue build`"


def test_after_two_dashes_everything_is_a_wish(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("MATINEE_HOME", str(tmp_path))
    assert main(["parse", "--", "--bundle"]) == 2
    assert "nothing is built in " in complaint(capsys)


def test_help_and_version_end_well(capsys):
    assert main([]) == 0
    assert "catalogue" in capsys.readouterr().out
    assert main(["recommend", "--help"]) == 0
    assert "--batch FILE" in capsys.readouterr().out


def test_a_fault_of_ours_is_not_hidden(monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("bot.__main__._settings", broken)
    with pytest.raises(ZeroDivisionError):
        main(["chat", "--say", "hello"])


def test_ctrl_c_ends_quietly(monkeypatch, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.__main__._settings", interrupted)
    assert main(["chat", "--say", "hello"]) == 130
    assert capsys.readouterr() == ("", "")
