"""The API against its own description: schemathesis asks what no person would, and every answer must fit."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from according.config import Config
from according.web.app import create_app

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def described(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The description, of an application over a store that may be judged to pieces."""
    db = tmp_path_factory.mktemp("contract") / "store.db"
    db.write_bytes(template.read_bytes())
    return schemathesis.openapi.from_asgi("/api/openapi.json", create_app(Config(db=str(db), host="testserver")))


def test_every_answer_fits_its_description(described: Any) -> None:
    asked = 0
    # adding is left out: it would read made-up files with the real reader and fetch made-up addresses
    for found in described.exclude(path_regex="^/api/add/").get_all_operations():
        asked += 1
        _ask(found.ok())
    assert asked > 25


def _ask(operation: Any) -> None:
    @given(case=operation.as_strategy())
    @settings(max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()
