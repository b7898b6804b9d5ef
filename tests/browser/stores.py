"""Stores to show: the example dossier, generated ones of any size, an empty one, a hostile one."""

from dataclasses import replace
from pathlib import Path

from according.config import Config
from according.knowledge.base import KnowledgeBase
from according.records import (
    Article,
    Claim,
    Entity,
    Extraction,
    Link,
    Linking,
    Mention,
    Name,
    Outlet,
    Problem,
    Span,
    Voice,
)

__all__ = ["EXAMPLE", "HOSTILE", "empty_store", "example_store", "generated_store", "hostile_store", "single_store"]

EXAMPLE = Path(__file__).parents[2] / "examples" / "iraq-2025"
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'


def example_store(path: Path) -> Path:
    """The example dossier, read by the learned reader."""
    from according import pipeline

    pipeline.add([str(EXAMPLE)], Config(db=str(path), processes=1))
    return path


def generated_store(path: Path, claims: int) -> Path:
    """Made-up reporting with this many claims."""
    from benchmarks.generated import generate

    with KnowledgeBase(f"sqlite:///{path}") as kb:
        for article, extraction, linking in generate(claims, 1):
            kb.save(article, extraction, linking)
    return path


def empty_store(path: Path) -> Path:
    """A store with nothing in it."""
    with KnowledgeBase(f"sqlite:///{path}"):
        pass
    return path


def single_store(path: Path) -> Path:
    """One article with one claim, in a right-to-left script and by a voice with a very long name."""
    speaker = "لجنة " + "التنسيق العليا المشتركة للمجالس الثورية المؤقتة في المحافظات الشرقية " * 3
    return _one(path, speaker.strip(), "إن القوات عبرت الجسر قبل الفجر", "تقرير من الضفة", "صحيفة الضفة", "single.txt")


def hostile_store(path: Path) -> Path:
    """One article whose every part is markup that a careless page would run."""
    said = f"the bridge fell {HOSTILE}"
    made = _one(path, HOSTILE, said, HOSTILE, HOSTILE, f"{HOSTILE}.txt", url="javascript:window.hacked=1")
    with KnowledgeBase(f"sqlite:///{made}") as kb:
        kb.record([Problem(input=HOSTILE, stage="read", kind=HOSTILE, message=f"{HOSTILE} cannot be read.")])
    return made


def _one(path: Path, speaker: str, said: str, title: str, outlet: str, name: str, url: str | None = None) -> Path:
    text = f"{speaker} said: {said}.\n\nNobody else was asked. \U0001f600 {said}."
    article = Article(
        id=Article.identify(text, url),
        outlet=Outlet(outlet),
        text=text,
        title=title,
        url=url,
        path=name,
        authors=(outlet,),
    )
    start = text.index(said)
    content = (Span(start, start + len(said)),)
    again = text.rindex(said)
    voice = Voice(speaker, "armed_group", Span(0, len(speaker)))
    claims = tuple(
        Claim(
            id=Claim.identify(article.id, spans, None, speaker),
            article=article.id,
            content=spans,
            cue=Span(len(speaker) + 1, len(speaker) + 5),
            chain=(voice, Voice(outlet, "media")),
        )
        for spans in (content, (Span(again, again + len(said)),))
    )
    mention = Mention(Span(0, len(speaker)), "armed_group", speaker, speaker)
    extraction = Extraction(article.id, "made@1", mentions=(mention,), claims=claims[:1])
    if speaker == HOSTILE:
        extraction = replace(extraction, claims=claims)
    node = Entity("node:speaker", "armed_group", (Name(speaker),))
    linking = Linking(article.id, "made@1", entities=(node,), links=(Link(speaker, node.id, "named"),))
    with KnowledgeBase(f"sqlite:///{path}") as kb:
        kb.save(article, extraction, linking)
    return path
