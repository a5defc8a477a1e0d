from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, data_home


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No settings but a test's own: an empty working directory, a home folder, no variables."""
    for name in list(os.environ):
        if name.startswith(("MATINEE_", "TELEGRAM_", "TMDB_", "XDG_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_defaults_live_in_the_data_folder(bare: Path) -> None:
    settings = Settings.load()
    home = bare / "me/.local/share/matinee"
    assert settings.home == home
    assert settings.bundle == home / "bundle"
    assert settings.database_url.get_secret_value() == f"sqlite:///{home}/matinee.db"
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.tmdb_api_url == "https://api.themoviedb.org/3"
    assert settings.log_level == "info"
    assert (settings.telegram_bot_token, settings.tmdb_api_key, settings.data_key) == (None, None, None)
    assert not home.exists(), "reading settings makes nothing"


@pytest.mark.parametrize(("named", "used"), [("/data", "/data/matinee"), ("here", "{me}/.local/share/matinee")])
def test_the_data_folder_follows_xdg(named: str, used: str, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", named)
    assert data_home() == Path(used.format(me=bare / "me"))


def test_the_data_folder_of_other_platforms(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert data_home() == bare / "me/Library/Application Support/matinee"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(bare / "local"))
    assert data_home() == bare / "local/matinee"


def test_given_beats_environment_beats_file_beats_default(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("MATINEE_HOME=/file\nMATINEE_LOG_LEVEL=error\nTMDB_API_KEY=from-file\nOTHER=1\n")
    monkeypatch.setenv("MATINEE_HOME", "/variable")
    settings = Settings.load()
    assert settings.home == Path("/variable")
    assert settings.bundle == Path("/variable/bundle")
    assert settings.log_level == "error"
    assert settings.tmdb_api_key is not None
    assert settings.tmdb_api_key.get_secret_value() == "from-file"
    given = Settings.load(home=Path("/given"), bundle=None, log_level=None)
    assert given.home == Path("/given")
    assert given.bundle == Path("/given/bundle")
    assert given.log_level == "error"


def test_every_variable_reaches_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    written = {
        "MATINEE_HOME": "~/films",
        "MATINEE_BUNDLE": "/bundle",
        "MATINEE_DATABASE_URL": "sqlite:////other.db",
        "MATINEE_DATA_KEY": "k",
        "MATINEE_LOG_LEVEL": "DEBUG",
        "TELEGRAM_BOT_TOKEN": "1:t",
        "TELEGRAM_API_URL": "http://localhost:8081/",
        "TMDB_API_KEY": "m",
        "TMDB_API_URL": "http://localhost:8082/3/",
    }
    for name, value in written.items():
        monkeypatch.setenv(name, value)
    settings = Settings.load()
    assert settings.home == Path.home() / "films"
    assert settings.bundle == Path("/bundle")
    assert settings.log_level == "debug"
    assert settings.telegram_api_url == "http://localhost:8081"
    assert settings.tmdb_api_url == "http://localhost:8082/3"
    secrets = (settings.database_url, settings.data_key, settings.telegram_bot_token, settings.tmdb_api_key)
    assert [secret.get_secret_value() for secret in secrets if secret] == ["sqlite:////other.db", "k", "1:t", "m"]


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "")
    monkeypatch.setenv("MATINEE_HOME", "")
    assert Settings.load().telegram_bot_token is None
    assert Settings.load().home == data_home()


def test_secrets_show_in_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TELEGRAM_BOT_TOKEN", "TMDB_API_KEY", "MATINEE_DATA_KEY"):
        monkeypatch.setenv(name, "hush")
    monkeypatch.setenv("MATINEE_DATABASE_URL", "postgresql://me:hush@host/db")
    settings = Settings.load()
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert "hush" not in shown


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("MATINEE_LOG_LEVEL", "loud", "MATINEE_LOG_LEVEL: input should be 'debug', 'info', 'warning' or 'error'."),
        ("TELEGRAM_API_URL", "hush.example", "TELEGRAM_API_URL: must begin with http:// or https://."),
    ],
)
def test_a_bad_value_is_said_in_one_line(name: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert str(caught.value) == says


def test_a_bad_given_value_is_named_by_its_variable_too() -> None:
    with pytest.raises(SettingsError, match=r"^TELEGRAM_API_URL: must begin"):
        Settings.load(telegram_api_url="ftp://x")
    with pytest.raises(SettingsError, match=r"^MATINEE_HOME: input is not a valid path[^\n]*\.$"):
        Settings.load(home=5)
