"""Run a torch network through the shipped decoder and score it as the shipped tagger would be."""

import numpy as np
import torch

from according.claims.finding.decoding import Decoding, Draft, Reading, decide
from according.claims.finding.tagger_labels import CUE_START
from according.claims.finding.tagger_pairs import PARAGRAPH_STEPS, SENTENCE_STEPS, distances, steps
from according.claims.finding.tagger_tokens import best_window, windows
from benchmarks.scoring import Figure, score
from training.calibrate import PLAIN
from training.data import Example
from training.network import Network


@torch.inference_mode()
def read(network: Network, examples: list[Example], specials: tuple[int, int, int], floor: float = 0.1,
         size: int = 254, stride: int = 176, per_batch: int = 8) -> list[list[Reading]]:  # fmt: skip
    """Anchors and role probabilities of each article, before any decision."""
    jobs = [(i, a, b) for i, e in enumerate(examples) for a, b in windows(len(e.tokens), size, stride)]
    jobs.sort(key=lambda job: job[2] - job[1])
    spans = {i: windows(len(e.tokens), size, stride) for i, e in enumerate(examples)}
    readings: list[list[Reading]] = [[] for _ in examples]
    for begin in range(0, len(jobs), per_batch):
        group = jobs[begin : begin + per_batch]
        length = max(b - a for _, a, b in group) + 2
        ids = np.full((len(group), length), specials[2])
        features, mask = np.zeros_like(ids), np.zeros_like(ids)
        for row, (i, a, b) in enumerate(group):
            n = b - a
            ids[row, 0], ids[row, 1 : n + 1], ids[row, n + 1] = specials[0], examples[i].tokens.ids[a:b], specials[1]
            features[row, 1 : n + 1] = examples[i].tokens.features[a:b]
            mask[row, : n + 2] = 1
        with torch.autocast("cpu", torch.bfloat16):
            hidden, logits = network.encoder(*(torch.from_numpy(x) for x in (ids, features, mask)))
        hidden, logits = hidden.float(), logits.float()
        chance = logits.softmax(-1)[..., CUE_START].numpy()
        for row, (i, a, b) in enumerate(group):
            n = b - a
            local = np.flatnonzero(chance[row, 1 : n + 1] >= floor)
            # an anchor is read in the window where it stands farthest from an edge
            own = [at for at in local if best_window(spans[i], a + at) == (a, b)]
            if not own:
                continue
            at = np.array(own)
            tokens = examples[i].tokens
            with torch.autocast("cpu", torch.bfloat16):
                found = network.linker(
                    hidden[row : row + 1, 1 : n + 1],
                    logits[row : row + 1, 1 : n + 1],
                    hidden[row, 1 + torch.from_numpy(at)],
                    torch.from_numpy(distances(at, n)),
                    torch.from_numpy(steps(tokens.paragraphs[a:b], at, PARAGRAPH_STEPS)),
                    torch.from_numpy(steps(tokens.sentences[a:b], at, SENTENCE_STEPS)),
                )
            roles = found.float().softmax(-1).numpy()
            for k, anchor in enumerate(own):
                readings[i].append(Reading(int(anchor), float(chance[row, 1 + anchor]), roles[k], a))
    return readings


def as_row(example: Example, drafts: list[Draft]) -> dict:
    def chars(ranges):
        return [[int(example.tokens.starts[a]), int(example.tokens.ends[b - 1])] for a, b in ranges]

    return {"doc": example.doc, "attributions": [
        {"source": chars(d.source), "cue": chars(d.cue), "content": chars(d.content)} for d in drafts]}  # fmt: skip


def scores(examples: list[Example], readings: list[list[Reading]], settings: Decoding) -> dict[str, Figure]:
    """Figures of the readings once decided."""
    pred = {
        e.doc: as_row(e, decide(r, settings, PLAIN))["attributions"] for e, r in zip(examples, readings, strict=True)
    }
    return score([{"doc": e.doc, "text": e.text, "attributions": e.gold} for e in examples], pred)
