"""Torch network → ONNX files of the size and speed the product needs."""

from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.network import Encoder, Linker, Network


class _EncoderGraph(nn.Module):
    """One unpadded framed window in; hidden states and logits of the tokens between the frame out."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: torch.Tensor, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        embedded = self.encoder.base.get_input_embeddings()(ids) + self.encoder.features(features)
        hidden = self.encoder.base(inputs_embeds=embedded).last_hidden_state
        logits = self.encoder.label(hidden)
        return hidden[0, 1:-1], logits[0, 1:-1]


class _LinkerGraph(nn.Module):
    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(self, hidden, logits, anchors, distance, paragraph, sentence):
        return self.linker(hidden[None], logits[None], hidden[anchors], distance, paragraph, sentence).softmax(-1)


def export(network: Network, folder: Path) -> tuple[Path, Path]:
    """Write `encoder.fp32.onnx` and `linker.onnx` into `folder`."""
    network = network.float().eval()
    for parameter in network.parameters():
        parameter.requires_grad_(False)
    encoder, linker = folder / "encoder.fp32.onnx", folder / "linker.onnx"
    length, width = 24, network.encoder.base.config.hidden_size
    ids, features = torch.randint(5, 1000, (1, length)), torch.zeros((1, length), dtype=torch.int64)
    common = {"opset_version": 17, "dynamo": False, "do_constant_folding": True}
    torch.onnx.export(
        _EncoderGraph(network.encoder), (ids, features), str(encoder), **common,
        input_names=["ids", "features"], output_names=["hidden", "logits"],
        dynamic_axes={name: {1: "framed"} for name in ("ids", "features")} | {"hidden": {0: "tokens"}, "logits": {0: "tokens"}},
    )  # fmt: skip
    tokens, anchors = length - 2, torch.tensor([3, 5])
    pair = torch.zeros((2, tokens), dtype=torch.int64)
    names = ["hidden", "logits", "anchors", "distance", "paragraph", "sentence"]
    axes = {"hidden": {0: "tokens"}, "logits": {0: "tokens"}, "anchors": {0: "anchors"}}
    axes |= {name: {0: "anchors", 1: "tokens"} for name in ("distance", "paragraph", "sentence", "roles")}
    torch.onnx.export(
        _LinkerGraph(network.linker),
        (torch.zeros(tokens, width), torch.zeros(tokens, network.linker.label_role.in_features), anchors, pair, pair, pair),
        str(linker), **common, input_names=names, output_names=["roles"], dynamic_axes=axes,
    )  # fmt: skip
    return encoder, linker


def quantise(encoder: Path, target: Path, keep: tuple[str, ...] = ()) -> int:
    """Write the encoder with 8-bit weights, one scale a channel; products whose name holds one of `keep` stay as they are.

    One scale for a whole matrix costs some four points of attribution F1, one a channel less than one.
    """
    graph = onnx.load(str(encoder))
    excluded = [
        node.name for node in graph.graph.node if node.op_type == "MatMul" and any(k in node.name for k in keep)
    ]
    quantize_dynamic(
        str(encoder), str(target), per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=excluded,
        op_types_to_quantize=["MatMul", "Gather"],
    )  # fmt: skip
    return target.stat().st_size
