"""Fit the network: seeded, one thread a process, bfloat16 over float32 weights, weights averaged over the steps."""

import copy
import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from according.claims.finding.tagger_labels import CUE_START
from according.claims.finding.tagger_pairs import PARAGRAPH_STEPS, SENTENCE_STEPS, distances, steps
from training.bases import Base
from training.data import Batch, Example, batches
from training.network import Network


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides a run beside data and base weights."""

    seed: int = 1
    epochs: int = 6
    size: int = 254
    overlap: int = 40
    per_batch: int = 8
    rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warmup: float = 0.08
    weight_decay: float = 0.01
    masked: float = 0.06
    average: float = 0.998
    workers: int = 2
    polish: int = 1
    """Epochs after the first run, at a third of its rates, over articles with this share of sentences retold."""
    retold: float = 0.4


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
    found = network.linker(hidden[rows], logits[rows], hidden[rows, anchors], distance, paragraph, sentence)
    role_loss = functional.cross_entropy(found.float().flatten(0, 1), roles.flatten(), ignore_index=-100)
    return label_loss + 3.0 * role_loss


def shares(sizes: list[int], count: int) -> list[list[int]]:
    """Deal out numbered things so that the shares weigh about the same."""
    dealt: list[list[int]] = [[] for _ in range(count)]
    for i in sorted(range(len(sizes)), key=lambda i: (-sizes[i], i)):
        min(dealt, key=lambda share: sum(sizes[j] for j in share)).append(i)
    return dealt


def work(
    rank: int, network: Network, average: Network, grads: list[list[torch.Tensor]], norms: torch.Tensor,
    barrier: Any, base: Base, examples: list[Example], plan: Plan, folder: Path,
    check: Callable[[Network], dict] | None,
) -> None:  # fmt: skip
    """One of `plan.workers` processes: gradients of its own batches, and the update of its own share of the weights.

    Processes of one thread each meet three times a step. Threads would meet after every product, and wait there for
    whatever else the machine runs.
    """
    torch.set_num_threads(1)
    held, averaged = list(network.parameters()), list(average.parameters())
    working = copy.deepcopy(network).to(torch.bfloat16)  # computes; `network` holds the float32 weights that learn
    used = list(working.parameters())
    mine = shares([parameter.numel() for parameter in held], plan.workers)[rank]
    groups = parameter_groups(network, plan)
    optimizer = torch.optim.AdamW([groups[i] for i in mine], fused=True)
    order, noise = random.Random(plan.seed), random.Random(plan.seed * 100 + rank)
    parts = (plan.size, plan.overlap, plan.per_batch, base.specials)
    total = sum(1 for _ in batches(examples, *parts, random.Random(0))) // plan.workers * plan.epochs
    step, began = 0, time.monotonic()
    for epoch in range(1, plan.epochs + 1):
        losses: list[float] = []
        hand: list[Batch] = []
        for batch in batches(examples, *parts, order):
            hand.append(batch)
            if len(hand) < plan.workers:
                continue
            own, hand = hand[rank], []
            progress = min(1.0, step / total)
            scale = min(1.0, progress / plan.warmup) * max(0.02, 0.5 * (1 + math.cos(math.pi * progress)))
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * scale
            loss = loss_of(working, own, base, plan, noise)
            loss.backward()
            for i, parameter in enumerate(used):
                if parameter.grad is None:
                    grads[rank][i].zero_()
                else:
                    grads[rank][i].copy_(parameter.grad)
                    parameter.grad = None
            barrier.wait()
            squares = 0.0
            for i in mine:
                held[i].grad = sum(grads[other][i].float() for other in range(plan.workers)) / plan.workers
                squares += float(held[i].grad.square().sum())
            norms[rank] = squares
            barrier.wait()
            clip = min(1.0, 1.0 / (math.sqrt(float(norms.sum())) + 1e-6))
            for i in mine:
                held[i].grad.mul_(clip)
            optimizer.step()
            step += 1
            keep = min(plan.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_([averaged[i] for i in mine], [held[i] for i in mine], 1 - keep)
                barrier.wait()
                torch._foreach_copy_(used, held)
            losses.append(loss.item())
            if rank == 0 and step % 25 == 0:
                spent = time.monotonic() - began
                print(f"step {step}/{total} loss {np.mean(losses[-25:]):.4f} {spent:.0f}s", flush=True)
        if rank == 0:
            report = {
                "epoch": epoch,
                "loss": round(float(np.mean(losses)), 4),
                "seconds": round(time.monotonic() - began),
            }
            torch.save(average.state_dict(), folder / "network.pt")
            if check and epoch * 2 in (plan.epochs, plan.epochs + 1, plan.epochs * 2):
                report |= check(average)
            print(json.dumps(report), flush=True)


def fit(
    network: Network, base: Base, examples: list[Example], plan: Plan, folder: Path,
    check: Callable[[Network], dict] | None = None,
) -> Network:  # fmt: skip
    """Train; return the network averaged over the steps, also kept in `folder`; `check` measures it twice."""
    average = copy.deepcopy(network).eval()
    grads = [[torch.zeros_like(p, dtype=torch.bfloat16) for p in network.parameters()] for _ in range(plan.workers)]
    norms = torch.zeros(plan.workers)
    shared_tensors = [*network.state_dict().values(), *average.state_dict().values(), *chain(*grads), norms]
    for tensor in shared_tensors:
        tensor.share_memory_()
    context = torch.multiprocessing.get_context("fork")
    barrier = context.Barrier(plan.workers)
    shared = (network, average, grads, norms, barrier, base, examples, plan, folder, check)
    workers = [context.Process(target=work, args=(rank, *shared)) for rank in range(plan.workers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit("A training process failed; its error is above.")
    return average
