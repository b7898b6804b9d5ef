"""One frozen `Config`, made once by the command line or `create_app` and passed down.

No other module reads the environment.

Precedence: defaults < configuration file (`according.toml` in the working directory, or `ACCORDING_CONFIG`) <
environment (`ACCORDING_DB`, `ACCORDING_PACKS` …) < flags.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from according.errors import ConfigError

__all__ = ["Config", "load_config"]


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting with its default. Sizes in bytes, times in seconds.

    db: path of a SQLite file, or a `sqlite:///…` / `postgresql+psycopg://…` address
    packs: names of shipped packs or paths of YAML files, in order of precedence; empty means every shipped pack,
        `none` no pack at all
    extractor: which extractor reads (`local` is the learned reader, `rules` the grammar alone)
    processes: how many read at once; 0 means one a processor where there is enough to read
    author: the name your judgements carry
    """

    db: str = "according.db"
    packs: tuple[str, ...] = ()
    extractor: str = "local"
    max_bytes: int = 20_000_000
    fetch_timeout: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    processes: int = 0
    host: str = "127.0.0.1"
    port: int = 8040
    author: str = ""

    @property
    def db_url(self) -> str:
        """The SQLAlchemy address of `db`; a bare path means SQLite."""
        return self.db if "://" in self.db else f"sqlite:///{Path(self.db)}"


def load_config(
    flags: Mapping[str, object] | None = None, *, environ: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Config:
    """The settings in force; flags that are None do not count. Raises ConfigError naming the setting that is wrong."""
    environ = os.environ if environ is None else environ
    cwd = Path.cwd() if cwd is None else cwd
    config = Config()
    named = environ.get("ACCORDING_CONFIG")
    file = Path(named) if named else cwd / "according.toml"
    if named or file.exists():
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"Cannot read the settings file {file}: {error}. Fix it or remove it.") from error
        config = _with(config, table, str(file))
    settings = {f.name: environ[key] for f in fields(Config) if (key := f"ACCORDING_{f.name.upper()}") in environ}
    config = _with(config, settings, "the environment")
    return _with(config, {k: v for k, v in (flags or {}).items() if v is not None}, "the command line")


def _with(config: Config, settings: Mapping[str, Any], origin: str) -> Config:
    known = {f.name: f for f in fields(Config)}
    values: dict[str, Any] = {}
    for name, raw in settings.items():
        if name not in known:
            raise ConfigError(f"{origin} sets {name!r}, which is no setting. Known: {', '.join(sorted(known))}.")
        values[name] = _cast(name, raw, getattr(config, name), origin)
    return replace(config, **values)


def _cast(name: str, raw: Any, default: object, origin: str) -> object:
    try:
        if isinstance(default, bool):
            if isinstance(raw, bool):
                return raw
            return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[str(raw).lower()]
        if isinstance(default, tuple):
            parts = raw.split(",") if isinstance(raw, str) else list(raw)
            return tuple(str(part).strip() for part in parts if str(part).strip())
        if isinstance(default, int | float):
            value = type(default)(raw)
            if value < 0:
                raise ValueError
            return value
        return str(raw)
    except (KeyError, TypeError, ValueError) as error:
        raise ConfigError(
            f"{origin} gives {name} = {raw!r}, which is not a usable {type(default).__name__}."
        ) from error
