"""Fit the network: seeded, bf16 on the CPU, no dropout, weights averaged over the steps."""

import copy
import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from according.claims.tagger_labels import CUE_START
from according.claims.tagger_pairs import PARAGRAPH_STEPS, SENTENCE_STEPS, distances, steps
from training.bases import Base
from training.data import Batch, Example, batches
from training.network import Network


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides a run beside data and base weights."""

    seed: int = 1
    epochs: int = 8
    size: int = 254
    overlap: int = 40
    per_batch: int = 12
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warmup: float = 0.08
    weight_decay: float = 0.01
    masked: float = 0.06
    average: float = 0.998
    bfloat: bool = True


def parameter_groups(network: Network, plan: Plan) -> list[dict]:
    """Lower layers move less: they hold what the base model learned of the language."""
    depth = network.encoder.base.config.num_hidden_layers
    groups = []
    for name, parameter in network.named_parameters():
        if not name.startswith("encoder.base."):
            rate = plan.head_rate
        elif ".layer." in name:
            rate = plan.rate * plan.layer_decay ** (depth - 1 - int(name.split(".layer.")[1].split(".")[0]))
        else:
            rate = plan.rate * plan.layer_decay**depth
        decay = plan.weight_decay if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": rate, "base": rate, "weight_decay": decay})
    return groups


def loss_of(network: Network, batch: Batch, base: Base, plan: Plan, rng: random.Random) -> torch.Tensor:
    """Label loss of all tokens plus role loss seen from true anchors and from tokens mistaken for one."""
    ids = torch.from_numpy(batch.ids)
    if plan.masked:
        hide = torch.from_numpy(
            np.random.default_rng(rng.getrandbits(32)).random(batch.ids.shape) < plan.masked
        ) & torch.from_numpy(batch.labels >= 0)
        ids = torch.where(hide, base.mask_id, ids)
    with torch.autocast("cpu", torch.bfloat16, enabled=plan.bfloat):
        hidden, logits = network.encoder(ids, torch.from_numpy(batch.features), torch.from_numpy(batch.mask))
    labels = torch.from_numpy(batch.labels)
    label_loss = functional.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=-100)
    with torch.no_grad():
        chance = logits.float().softmax(-1)[..., CUE_START]
        mistaken = ((chance > 0.15) & (labels != CUE_START) & (labels >= 0)).nonzero()[: max(8, len(batch.rows) // 3)]
    rows, anchors = torch.from_numpy(batch.rows), torch.from_numpy(batch.anchors)
    roles, distance = torch.from_numpy(batch.roles), torch.from_numpy(batch.distance)
    paragraph, sentence = torch.from_numpy(batch.paragraph), torch.from_numpy(batch.sentence)
    if len(mistaken):
        length = batch.ids.shape[1]
        more = [(row, np.array([at])) for row, at in mistaken.tolist()]
        rows = torch.cat([rows, mistaken[:, 0]])
        anchors = torch.cat([anchors, mistaken[:, 1]])
        roles = torch.cat([roles, torch.where(labels[mistaken[:, 0]] >= 0, 0, -100)])
        distance = torch.cat([distance, torch.from_numpy(np.concatenate([distances(at, length) for _, at in more]))])
        paragraph = torch.cat(
            [paragraph, *(torch.from_numpy(steps(batch.paragraphs[r], at, PARAGRAPH_STEPS)) for r, at in more)]
        )
        sentence = torch.cat(
            [sentence, *(torch.from_numpy(steps(batch.sentences[r], at, SENTENCE_STEPS)) for r, at in more)]
        )
    if not len(rows):
        return label_loss
    with torch.autocast("cpu", torch.bfloat16, enabled=plan.bfloat):
        found = network.linker(hidden[rows], logits[rows], hidden[rows, anchors], distance, paragraph, sentence)
    role_loss = functional.cross_entropy(found.float().flatten(0, 1), roles.flatten(), ignore_index=-100)
    return label_loss + 3.0 * role_loss


def fit(
    network: Network, base: Base, examples: list[Example], plan: Plan, folder: Path,
    check: Callable[[Network], dict] | None = None, every: int = 2,
) -> Network:  # fmt: skip
    """Train in place; return the averaged network. Every `every` epochs `check` measures it and it is saved."""
    rng = random.Random(plan.seed)
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(parameter_groups(network, plan), fused=True)
    per_epoch = sum(
        1 for _ in batches(examples, plan.size, plan.overlap, plan.per_batch, base.specials, random.Random(0))
    )
    total, step, began = per_epoch * plan.epochs, 0, time.monotonic()
    for epoch in range(1, plan.epochs + 1):
        losses = []
        for batch in batches(examples, plan.size, plan.overlap, plan.per_batch, base.specials, rng):
            progress = step / total
            scale = min(1.0, progress / plan.warmup) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * scale
            loss = loss_of(network, batch, base, plan, rng)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            keep = min(plan.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - keep)
            losses.append(loss.item())
            if step % 50 == 0:
                print(
                    f"step {step}/{total} loss {np.mean(losses[-50:]):.4f} {time.monotonic() - began:.0f}s", flush=True
                )
        report = {"epoch": epoch, "loss": round(float(np.mean(losses)), 4), "seconds": round(time.monotonic() - began)}
        if check and (epoch % every == 0 or epoch == plan.epochs):
            report |= check(average)
            torch.save(average.state_dict(), folder / "network.pt")
        print(json.dumps(report), flush=True)
    return average
