"""The API, one module a noun. Every address begins with `/api/`."""

from fastapi import FastAPI

__all__ = ["register"]


def register(app: FastAPI) -> None:
    """Add every route to the application."""
    from according.web.routes import actors, additions, articles, boards, claims, origins, overview, places, review

    for module in (overview, articles, claims, actors, places, boards, origins, review, additions):
        app.include_router(module.router, prefix="/api")
