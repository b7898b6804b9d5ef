"""Annotated articles as token targets, cut into windows and batches."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from according.claims.finding.tagger_labels import LABELS, ROLES
from according.claims.finding.tagger_pairs import PARAGRAPH_STEPS, SENTENCE_STEPS, distances, steps
from according.claims.finding.tagger_tokens import Tokens, read_tokens

PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated article: tokens, a label a token, and for each anchor the role of each token."""

    doc: str
    text: str
    tokens: Tokens
    labels: np.ndarray  # (tokens,)
    anchors: np.ndarray  # (attributions,)
    roles: tuple[tuple[tuple[int, int, int], ...], ...]  # for each anchor: (first, last + 1, role)
    gold: list[dict]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of one padded length. `rows`/`anchors` name the anchors, `roles` what each token is to each of them."""

    ids: np.ndarray
    features: np.ndarray
    mask: np.ndarray
    labels: np.ndarray  # -100 where padded or special
    rows: np.ndarray
    anchors: np.ndarray
    roles: np.ndarray  # (anchors, length), -100 where padded
    distance: np.ndarray
    paragraph: np.ndarray
    sentence: np.ndarray
    paragraphs: np.ndarray  # (windows, length): to place further anchors while training
    sentences: np.ndarray


def covered(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Token range that touches the characters `start:end`."""
    first = int(np.searchsorted(tokens.ends, start, side="right"))
    last = int(np.searchsorted(tokens.starts, end, side="left"))
    return first, max(first, last)


HEARERS = ("reporters", "the newspaper", "the station", "the broadcaster", "the agency", "the channel", "Reuters",
           "Al Jazeera", "AFP", "the BBC", "the Associated Press", "state television", "our correspondent")  # fmt: skip


def retell(row: dict, rng: random.Random, share: float) -> dict:
    """The article with some of "…, two officials said." turned into "…, two officials told the agency."

    Reporting on conflicts often ends a sentence so; in the annotated articles, on an election, it is rare.
    """
    text, edits = row["text"], []
    for attribution in row["attributions"]:
        source, cue, content = (attribution.get(part) or [[0, 0]] for part in PARTS)
        start, end = cue[0]
        follows = content[0][1] <= source[0][0] < source[-1][1] <= start
        if text[start:end] == "said" and follows and text[end : end + 1] in ".," and rng.random() < share:
            edits.append((start, end, f"told {rng.choice(HEARERS)}"))
    edits.sort()

    def moved(position: int) -> int:
        return position + sum(len(new) - (end - start) for start, end, new in edits if end <= position)

    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    moved_attributions = [
        {part: [[moved(s), moved(e)] for s, e in attribution[part]] for part in PARTS if part in attribution}
        for attribution in row["attributions"]
    ]
    return {"doc": row["doc"], "text": text, "attributions": moved_attributions}


def read_examples(path: Path, tokenizer: Tokenizer, retold: float = 0.0, seed: int = 0) -> list[Example]:
    """Read a JSON Lines file of {"doc", "text", "attributions": [{"source": [[s, e]], "cue": …, "content": …}]}."""
    examples, rng = [], random.Random(seed)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = retell(json.loads(line), rng, retold)
        tokens = read_tokens(tokenizer, row["text"])
        labels = np.zeros(len(tokens), dtype=np.int64)
        anchors, roles = [], []
        for attribution in row["attributions"]:
            spans = []
            for part in PARTS:
                for start, end in attribution.get(part, []):
                    first, last = covered(tokens, start, end)
                    if first == last:
                        continue
                    labels[first] = LABELS.index(f"B-{part}")
                    labels[first + 1 : last] = LABELS.index(f"I-{part}")
                    spans.append((first, last, ROLES.index(part)))
            cues = [first for first, _, role in spans if role == ROLES.index("cue")]
            if cues and any(role == ROLES.index("content") for _, _, role in spans):
                anchors.append(min(cues))
                roles.append(tuple(spans))
        examples.append(
            Example(
                row["doc"],
                row["text"],
                tokens,
                labels,
                np.array(anchors, dtype=np.int64),
                tuple(roles),
                row["attributions"],
            )
        )
    return examples


def cut(examples: list[Example], size: int, overlap: int, rng: random.Random) -> list[tuple[Example, int, int]]:
    """Cover each article by windows that begin somewhere else in every epoch."""
    pieces = []
    for example in examples:
        length = len(example.tokens)
        start = 0 if length <= size else -rng.randrange(size - overlap)
        while True:
            first, last = max(0, start), min(length, start + size)
            if last - first > 24 or length <= 24:
                pieces.append((example, first, last))
            if last >= length:
                break
            start += size - overlap
    return pieces


def collate(pieces: list[tuple[Example, int, int]], start_id: int, end_id: int, pad_id: int) -> Batch:
    """Pad windows to one length, framed by the start and end tokens the base model was trained with."""
    longest = max(last - first for _, first, last in pieces) + 2
    length = -(-longest // 16) * 16
    shape = (len(pieces), length)
    ids, features, mask = np.full(shape, pad_id), np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    labels = np.full(shape, -100)
    paragraphs, sentences = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    rows, anchors, roles, distance, paragraph, sentence = [], [], [], [], [], []
    for row, (example, first, last) in enumerate(pieces):
        count = last - first
        inner = slice(1, count + 1)
        ids[row, 0], ids[row, inner], ids[row, count + 1] = start_id, example.tokens.ids[first:last], end_id
        features[row, inner] = example.tokens.features[first:last]
        mask[row, : count + 2] = 1
        labels[row, inner] = example.labels[first:last]
        paragraphs[row, inner] = example.tokens.paragraphs[first:last]
        sentences[row, inner] = example.tokens.sentences[first:last]
        for numbers in (paragraphs, sentences):
            numbers[row, 0], numbers[row, count + 1 :] = numbers[row, 1], numbers[row, count]
        here = []
        for anchor, spans in zip(example.anchors, example.roles, strict=True):
            if not first <= anchor < last:
                continue
            target = np.full(length, -100)
            target[inner] = 0
            for a, b, role in spans:
                a, b = max(a, first), min(b, last)
                if a < b:
                    target[a - first + 1 : b - first + 1] = role
            roles.append(target)
            here.append(anchor - first + 1)
        if here:
            at = np.array(here)
            rows.extend([row] * len(here))
            anchors.extend(here)
            distance.append(distances(at, length))
            paragraph.append(steps(paragraphs[row], at, PARAGRAPH_STEPS))
            sentence.append(steps(sentences[row], at, SENTENCE_STEPS))

    def stack(parts: list[np.ndarray]) -> np.ndarray:
        return np.concatenate(parts) if parts else np.zeros((0, length), dtype=np.int64)

    return Batch(
        ids, features, mask, labels,
        np.array(rows, dtype=np.int64), np.array(anchors, dtype=np.int64),
        np.stack(roles) if roles else np.zeros((0, length), dtype=np.int64),
        stack(distance), stack(paragraph), stack(sentence), paragraphs, sentences,
    )  # fmt: skip


def batches(
    examples: list[Example], size: int, overlap: int, per_batch: int, specials: tuple[int, int, int], rng: random.Random
) -> Iterator[Batch]:
    """One epoch of batches, windows of like length together, batches in random order."""
    pieces = cut(examples, size, overlap, rng)
    pieces.sort(key=lambda piece: (piece[2] - piece[1], rng.random()))
    groups = [pieces[i : i + per_batch] for i in range(0, len(pieces), per_batch)]
    rng.shuffle(groups)
    for group in groups:
        yield collate(group, *specials)
