"""The built user interface: its files, and `index.html` for every address that is a screen."""

from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

__all__ = ["mount"]

_FILES = {"icon.svg": "image/svg+xml", "licenses.md": "text/plain; charset=utf-8"}
"""What lies beside `index.html` under names that never change."""

_MISSING = """<!doctype html><html lang="en"><meta charset="utf-8"><title>according</title>
<p>The user interface has not been built. Run <code>python hatch_build.py</code> in the project's folder, or install
the released package, which carries it. The API answers all the same: <a href="/api/openapi.json">/api/openapi.json</a>.
"""


class _Assets(StaticFiles):
    """Files whose names carry a hash of their content: a browser never needs to ask again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def mount(app: FastAPI, static: Path) -> None:
    """Serve `static`; must come after the API's routes, since it answers every other address."""
    if (static / "assets").is_dir():
        app.mount("/assets", _Assets(directory=static / "assets"), name="assets")
    if (static / "regions").is_dir():  # boundaries, asked for a country at a time
        app.mount("/regions", StaticFiles(directory=static / "regions"), name="regions")

    @app.get("/{path:path}", include_in_schema=False, response_class=HTMLResponse)
    def screen(path: str, request: Request) -> Response:
        if path == "api" or path.startswith(("api/", "assets/", "regions/")):
            raise HTTPException(404, f"There is nothing at {request.url.path}.")
        if path in _FILES and (static / path).is_file():
            return FileResponse(static / path, media_type=_FILES[path], headers={"cache-control": "no-cache"})
        page = static / "index.html"
        if not page.is_file():
            return HTMLResponse(_MISSING, 503)
        return FileResponse(page, headers={"cache-control": "no-cache"})
