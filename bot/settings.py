"""Where Matinee lives and with whom it talks: read once, from the environment and a .env file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

LogLevel = Literal["debug", "info", "warning", "error"]


def data_home() -> Path:
    """The folder for Matinee's data where MATINEE_HOME is not set: the platform's place for a person's own data.

    Source: XDG Base Directory Specification (a relative XDG_DATA_HOME is ignored, as it asks).
    """
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "matinee"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "matinee"
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".local" / "share") / "matinee"


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


def _database_in(home: Path) -> SecretStr:
    return SecretStr(f"sqlite:///{home / 'matinee.db'}")


def _web_address(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        raise ValueError("must begin with http:// or https://")
    return address.rstrip("/")


def _lower(level: object) -> object:
    return level.lower() if isinstance(level, str) else level


def _ids(given: object) -> object:
    """Ids of chats from "5, -1001234": whole numbers with commas between them."""
    if not isinstance(given, str):
        return given
    ids = tuple(part.strip() for part in given.split(",") if part.strip())
    if not all(one.removeprefix("-").isdecimal() for one in ids):
        raise ValueError("must be ids of chats, whole numbers with commas between them")
    return ids


Folder = Annotated[Path, AfterValidator(_absolute)]
WebAddress = Annotated[str, AfterValidator(_web_address)]


class Settings(BaseSettings):
    """Everything that an operator can set. Secrets are `SecretStr`: their repr and logs show stars."""

    model_config = SettingsConfigDict(
        env_prefix="MATINEE_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
        validate_default=True,
    )

    home: Folder = Field(default_factory=data_home)
    bundle: Folder = Field(default_factory=lambda given: given["home"] / "bundle")
    # A secret too, for it may carry a password.
    database_url: SecretStr = Field(default_factory=lambda given: _database_in(given["home"]))
    data_key: SecretStr | None = None  # 32 bytes in base64; without it, a key file in `home` is used
    new_data_key: SecretStr | None = None  # what `matinee keys rotate` seals with where `data_key` is set
    log_level: Annotated[LogLevel, BeforeValidator(_lower)] = "info"
    # Chats on Telegram that get what is written to /feedback, by their ids; several with commas between them.
    admin_chats: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_ids)] = ()
    retention_days: Annotated[int, Field(ge=0)] = 730  # a chat that nobody used for so long is deleted; 0: never
    telegram_bot_token: SecretStr | None = Field(default=None, validation_alias="TELEGRAM_BOT_TOKEN")
    telegram_api_url: WebAddress = Field(default="https://api.telegram.org", validation_alias="TELEGRAM_API_URL")
    tmdb_api_key: SecretStr | None = Field(default=None, validation_alias="TMDB_API_KEY")
    tmdb_api_url: WebAddress = Field(default="https://api.themoviedb.org/3", validation_alias="TMDB_API_URL")

    @classmethod
    def load(cls, **given: Any) -> Settings:
        """Settings from what is given, then the environment, then .env, then defaults; a given None is "not given".

        Raises:
            SettingsError: A value cannot be used.

        """
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})
        except ValidationError as error:
            raise SettingsError(_first_problem(error)) from None


def _first_problem(error: ValidationError) -> str:
    """One line that names the environment variable and what it must be, never its value."""
    problem = error.errors(include_url=False, include_input=False)[0]
    name = str(problem["loc"][0])
    variable = name if name.isupper() else f"{Settings.model_config['env_prefix']}{name}".upper()
    if name in Settings.model_fields:
        variable = str(Settings.model_fields[name].validation_alias or variable)
    said = problem["msg"].removeprefix("Value error, ")
    return f"{variable}: {said[:1].lower()}{said[1:]}."
