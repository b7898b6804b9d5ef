"""Settings: defaults < file < environment < flags, and a sentence for what cannot be used."""

from pathlib import Path

import pytest

from according.config import Config, load_config
from according.errors import ConfigError


def test_defaults_without_file_or_environment(tmp_path: Path) -> None:
    assert load_config(environ={}, cwd=tmp_path) == Config()
    assert Config().host == "127.0.0.1"


def test_each_layer_outranks_the_one_below(tmp_path: Path) -> None:
    (tmp_path / "according.toml").write_text('db = "file.db"\nport = 1\nauthor = "file"\n', encoding="utf-8")
    config = load_config({"db": "flag.db", "port": None}, environ={"ACCORDING_PORT": "2"}, cwd=tmp_path)
    assert (config.db, config.port, config.author) == ("flag.db", 2, "file")


def test_lists_and_truths_are_read_from_the_environment(tmp_path: Path) -> None:
    environ = {"ACCORDING_PACKS": "iraq, yemen", "ACCORDING_ALLOW_PRIVATE": "yes"}
    config = load_config(environ=environ, cwd=tmp_path)
    assert config.packs == ("iraq", "yemen")
    assert config.allow_private is True


@pytest.mark.parametrize(
    ("environ", "word"),
    [
        ({"ACCORDING_PORT": "many"}, "port"),
        ({"ACCORDING_MAX_BYTES": "-3"}, "max_bytes"),
        ({"ACCORDING_ALLOW_PRIVATE": "perhaps"}, "allow_private"),
    ],
)
def test_an_unusable_value_names_the_setting(environ: dict[str, str], word: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=word):
        load_config(environ=environ, cwd=tmp_path)


def test_an_unknown_setting_in_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "according.toml").write_text("colour = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="'colour'"):
        load_config(environ={}, cwd=tmp_path)


def test_a_broken_or_missing_named_file_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "settings.toml"
    broken.write_text("db = [", encoding="utf-8")
    for named in (broken, tmp_path / "absent.toml"):
        with pytest.raises(ConfigError, match="Cannot read the settings file"):
            load_config(environ={"ACCORDING_CONFIG": str(named)}, cwd=tmp_path)


def test_a_bare_path_means_sqlite_and_an_address_is_kept() -> None:
    assert Config(db="x.db").db_url == "sqlite:///x.db"
    assert Config(db="postgresql+psycopg://h/d").db_url == "postgresql+psycopg://h/d"
