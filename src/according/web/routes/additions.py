"""Adding articles: files, pasted text, an address. Each answers at once with a job to ask about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, File, Request, UploadFile
from pydantic import BaseModel, Field

from according.errors import ArticleError, ConfigError
from according.web.jobs import Job, Jobs
from according.web.responses import Page, ProblemOut
from according.web.routes.asking import Settings

if TYPE_CHECKING:
    from according.records import Article, Problem

__all__ = ["router"]

router = APIRouter(tags=["add"])

MOST_FILES = 200


class Pasted(BaseModel):
    """A text as pasted; the head says what is known about where it comes from."""

    text: Annotated[str, Field(min_length=1)]
    title: Annotated[str, Field(max_length=500)] = ""
    outlet: Annotated[str, Field(max_length=200)] = ""
    published: date | None = None
    url: Annotated[str, Field(max_length=2000, pattern=r"^(https?://[^\s\x00]+)?$")] = ""


class Address(BaseModel):
    """A page to fetch: the one thing here that leaves this machine, and only because it was asked for."""

    url: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^https?://[^\s\x00]+$")]


class JobOut(BaseModel):
    """How far an addition is. `error` says why the whole job failed; `problems` list single inputs."""

    id: str
    what: str
    state: str
    started: datetime
    added: int
    unchanged: int
    claims: int
    statements: int
    problems: list[ProblemOut]
    error: str | None

    @classmethod
    def of(cls, job: Job) -> JobOut:
        """From a job."""
        report = job.report
        return cls(
            id=job.id,
            what=job.what,
            state=job.state,
            started=job.started,
            added=report.added if report else 0,
            unchanged=report.unchanged if report else 0,
            claims=report.claims if report else 0,
            statements=report.statements if report else 0,
            problems=[ProblemOut.of(problem) for problem in report.problems[:500]] if report else [],
            error=job.error,
        )


def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


@router.post("/add/files", status_code=202)
async def add_files(request: Request, config: Settings, files: Annotated[list[UploadFile], File()]) -> JobOut:
    """Read uploaded files: text, Markdown, HTML, PDF, WARC, mail … whatever the command line reads."""
    if len(files) > MOST_FILES:
        raise ConfigError(f"At most {MOST_FILES} files at a time; use `according add FOLDER` for more.")
    taken: list[tuple[bytes, str]] = []
    for file in files:
        data = await file.read(config.max_bytes + 1)
        name = file.filename or "unnamed"
        if len(data) > config.max_bytes:
            raise ArticleError(
                f"{name} is larger than {config.max_bytes} bytes; raise max_bytes to read it.", kind="large"
            )
        taken.append((data, name))

    def documents() -> Iterator[Article | Problem]:
        from according.articles import read_bytes

        for data, name in taken:
            yield from read_bytes(data, name, config)

    what = taken[0][1] if len(taken) == 1 else f"{len(taken)} files"
    return JobOut.of(_jobs(request).submit(what, documents=documents))


@router.post("/add/text", status_code=202)
def add_text(request: Request, config: Settings, pasted: Pasted) -> JobOut:
    """Read a pasted text, with the head given beside it."""
    if len(pasted.text.encode("utf-8", "surrogatepass")) > config.max_bytes:
        raise ArticleError(f"The text is larger than {config.max_bytes} bytes.", kind="large")

    def documents() -> Iterator[Article | Problem]:
        from according.articles import read_text

        yield from read_text(
            pasted.text,
            name=pasted.title or "pasted text",
            title=pasted.title,
            outlet=pasted.outlet,
            url=pasted.url or None,
            published=pasted.published,
        )

    return JobOut.of(_jobs(request).submit(pasted.title or "pasted text", documents=documents))


@router.post("/add/url", status_code=202)
def add_address(request: Request, address: Address) -> JobOut:
    """Fetch one page and read it."""
    return JobOut.of(_jobs(request).submit(address.url, targets=[address.url]))


@router.get("/jobs")
def list_jobs(request: Request) -> Page[JobOut]:
    """Additions since the server started, the newest first (at most a hundred)."""
    found = [JobOut.of(job) for job in _jobs(request).all()]
    return Page(items=found, total=len(found))


@router.get("/jobs/{id}")
def one_job(request: Request, id: str) -> JobOut:
    """How far one addition is."""
    return JobOut.of(_jobs(request).get(id))
