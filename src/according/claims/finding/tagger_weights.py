"""The shipped weights: one folder of files and the card that says what they are."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from according.claims.finding.decoding import Decoding
from according.claims.finding.tagger_labels import LABELS, ROLES
from according.errors import ExtractorError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

__all__ = ["FOLDER", "Weights", "load_weights", "read_card"]

FOLDER = Path(__file__).parents[1] / "weights"
ENCODER, LINKER, TOKENIZER, CARD = "encoder.onnx", "linker.onnx", "tokenizer.json", "card.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Loaded files, ready to run on one thread."""

    version: str
    tokenizer: "Tokenizer"
    encoder: "InferenceSession"
    linker: "InferenceSession"
    start_id: int
    end_id: int
    window: int
    stride: int
    decoding: Decoding
    calibration: tuple[float, ...]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_card(folder: Path = FOLDER) -> dict[str, Any]:
    """The card of a weights folder, after checking that every file it names is there, unchanged, with our labels.

    Raises `ExtractorError` in one sentence where it is not.
    """
    try:
        card: dict[str, Any] = json.loads((folder / CARD).read_text(encoding="utf-8"))
        files, labels, roles = card["sha256"], tuple(card["labels"]), tuple(card["roles"])
    except FileNotFoundError:
        raise ExtractorError(f"There are no attribution weights in {folder}: reinstall according.") from None
    except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise ExtractorError(
            f"The weights card {folder / CARD} cannot be read ({error}): reinstall according."
        ) from None
    for name in (ENCODER, LINKER, TOKENIZER):
        path = folder / name
        if name not in files or not path.is_file():
            raise ExtractorError(f"The weights file {path} is missing or not on its card: reinstall according.")
        if (found := _digest(path)) != files[name]:
            raise ExtractorError(
                f"The weights file {path} is not the one its card describes (sha256 {found[:12]}…, "
                f"expected {files[name][:12]}…): reinstall according."
            )
    if (labels, roles) != (LABELS, ROLES):
        raise ExtractorError(f"The weights in {folder} give other labels: they belong to another version of according.")
    return card


def load_weights(folder: Path = FOLDER) -> Weights:
    """Check and load a weights folder. Takes some tenths of a second; `Tagger` does it once a process."""
    card = read_card(folder)
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes scale, threads do not
    options.log_severity_level = 3
    try:
        encoder, linker = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in (ENCODER, LINKER)
        )
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        return Weights(
            version=str(card["version"]),
            tokenizer=tokenizer,
            encoder=encoder,
            linker=linker,
            start_id=int(card["start_id"]),
            end_id=int(card["end_id"]),
            window=int(card["window"]),
            stride=int(card["stride"]),
            decoding=Decoding(**card["decoding"]),
            calibration=tuple(float(value) for value in card["calibration"]),
        )
    except Exception as error:  # onnxruntime and tokenizers raise bare or private exception types
        raise ExtractorError(f"The attribution weights in {folder} cannot be loaded ({error}).") from error
