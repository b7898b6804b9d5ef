"""`create_app`: the API and the built user interface in one ASGI application."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, Response

from according.config import Config
from according.errors import (
    AccordingError,
    ArticleError,
    ConfigError,
    ExtractorError,
    NotFoundError,
    PackError,
    StorageError,
)
from according.web import caching, interface, security
from according.web.jobs import Jobs
from according.web.responses import ErrorOut
from according.web.routes import register
from according.web.store import Store

__all__ = ["create_app"]

BOUNDARY = (
    "according reports who said what, how many independent origins stand behind it and what contradicts it. "
    "It never decides what is true, and never shows a machine's guess as an accepted fact."
)
_STATUS: dict[type[AccordingError], int] = {
    NotFoundError: 404,
    ConfigError: 400,
    ArticleError: 422,
    PackError: 500,
    ExtractorError: 503,
    StorageError: 503,
}


def create_app(config: Config, *, static: Path | None = None) -> FastAPI:
    """The application over the store of `config`, which is created empty where there is none.

    `static` holds the built interface (by default the one shipped in the package); without one, the pages say how to
    build it and the API works all the same. StorageError when the store cannot be opened.
    """
    store = Store(config)
    store.create()
    jobs = Jobs(config)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        threading.Thread(target=store.warm, name="warm", daemon=True).start()
        yield
        jobs.close()
        store.close()

    app = FastAPI(
        title="according",
        summary="Who said what, and how they know.",
        description=BOUNDARY,
        version="1",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,  # the stock pages load scripts from elsewhere; the interface has a page of its own
        redoc_url=None,
        responses={
            400: {"model": ErrorOut},
            404: {"model": ErrorOut},
            422: {"model": ErrorOut},
            503: {"model": ErrorOut},
        },
    )
    app.state.config = config
    app.state.store = store
    app.state.jobs = jobs
    app.add_exception_handler(AccordingError, _sentence)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _failed)
    register(app)
    interface.mount(app, static or Path(__file__).parent / "static")
    app.add_middleware(caching.Tagged)
    app.add_middleware(GZipMiddleware, minimum_size=1500, compresslevel=4)
    app.add_middleware(security.Guard, config=config)
    return app


def _sentence(_: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    return JSONResponse({"error": str(error)}, status)


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = [f"{'.'.join(str(part) for part in found['loc'][1:])}: {found['msg']}" for found in error.errors()]
    return JSONResponse({"error": f"The request cannot be used. {'; '.join(wrong)}."}, 422)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": str(error.detail)}, error.status_code, headers=error.headers)


def _failed(_: Request, error: Exception) -> Response:
    return JSONResponse(
        {"error": f"The server failed on this request ({type(error).__name__}); the log has the details."}, 500
    )
