"""`according serve`: where it listens, what it says, and how it fails."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from according.cli import app
from according.errors import ConfigError


def test_it_serves_on_a_free_port_of_this_machine_until_interrupted(db: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "according", "serve", "--db", str(db), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        with urllib.request.urlopen(f"{found.group()}api/status", timeout=60) as answer:
            assert answer.status == 200
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
    assert process.stderr
    assert "Traceback" not in process.stderr.read()


def test_a_port_in_use_is_said_in_a_sentence(db: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["serve", "--db", str(db), "--port", str(port)])
    assert isinstance(result.exception, ConfigError)
    assert f"port {port}" in str(result.exception)


@pytest.mark.parametrize("host", ["no such host", "256.1.1.1"])
def test_a_host_that_is_none_is_said_in_a_sentence(db: Path, host: str) -> None:
    result = CliRunner().invoke(app, ["serve", "--db", str(db), "--host", host, "--port", "0"])
    assert isinstance(result.exception, ConfigError)
    assert host in str(result.exception)
