"""Torch network → ONNX files of the size and speed the product needs."""

import re
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


class _Smoothed(nn.Module):
    """A product whose input channels are first brought to like size; the weights take the scale over."""

    def __init__(self, linear: nn.Linear, largest: torch.Tensor) -> None:
        super().__init__()
        weights = linear.weight.abs().amax(0).clamp(min=1e-4)
        scale = (largest.clamp(min=1e-4) / weights).sqrt()
        scale = scale / scale.median()
        self.register_buffer("inverse", 1 / scale)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        self.linear.weight.data = linear.weight.data * scale
        self.linear.bias.data = linear.bias.data.clone()

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        return self.linear(values * self.inverse)


def _keep_largest(largest: torch.Tensor, values: torch.Tensor) -> None:
    torch.maximum(largest, values.abs().flatten(0, 1).amax(0), out=largest)


@torch.no_grad()
def smooth(network: Network, windows: list[tuple[torch.Tensor, torch.Tensor]]) -> None:
    """Prepare the second feed-forward products for 8 bit: a few channels of their input are far larger than the rest,
    and one scale for all would round the rest away. The scales are from Xiao et al. 2022 (SmoothQuant), alpha 0.5.

    `windows` are (ids, features) as the encoder takes them; the network computes the same as before, up to rounding.
    """
    layers = network.encoder.base.encoder.layer
    largest = [torch.zeros(layer.output.dense.in_features) for layer in layers]
    hooks = [
        layer.output.dense.register_forward_pre_hook(lambda _, inputs, i=i: _keep_largest(largest[i], inputs[0]))
        for i, layer in enumerate(layers)
    ]
    for ids, features in windows:
        network.encoder(ids, features, torch.ones_like(ids))
    for hook in hooks:
        hook.remove()
    for layer, most in zip(layers, largest, strict=True):
        layer.output.dense = _Smoothed(layer.output.dense, most)


def export(network: Network, folder: Path) -> tuple[Path, Path]:
    """Write `encoder.fp32.onnx` and `linker.onnx` into `folder`."""
    network = network.float().eval()
    for parameter in network.parameters():
        parameter.requires_grad_(False)
    encoder, linker = folder / "encoder.fp32.onnx", folder / "linker.onnx"
    size, width = 24, network.encoder.base.config.hidden_size
    ids, features = torch.randint(5, 1000, (1, size)), torch.zeros((1, size), dtype=torch.int64)
    outputs = {name: {0: "tokens"} for name in ("hidden", "logits")}
    common = {"opset_version": 17, "dynamo": False, "do_constant_folding": True}
    torch.onnx.export(
        _EncoderGraph(network.encoder), (ids, features), str(encoder), **common,
        input_names=["ids", "features"], output_names=["hidden", "logits"],
        dynamic_axes={name: {1: "framed"} for name in ("ids", "features")} | outputs,
    )  # fmt: skip
    tokens, labels, anchors = size - 2, network.linker.label_role.in_features, torch.tensor([3, 5])
    pair = torch.zeros((2, tokens), dtype=torch.int64)
    names = ["hidden", "logits", "anchors", "distance", "paragraph", "sentence"]
    axes = outputs | {"anchors": {0: "anchors"}}
    axes |= {name: {0: "anchors", 1: "tokens"} for name in ("distance", "paragraph", "sentence", "roles")}
    torch.onnx.export(
        _LinkerGraph(network.linker),
        (torch.zeros(tokens, width), torch.zeros(tokens, labels), anchors, pair, pair, pair),
        str(linker), **common, input_names=names, output_names=["roles"], dynamic_axes=axes,
    )  # fmt: skip
    return encoder, linker


def quantise(encoder: Path, target: Path, keep: tuple[str, ...] = ()) -> int:
    """Write the encoder with 8-bit weights, one scale a channel; products named by a pattern of `keep` stay in 32 bits.

    One scale for a whole matrix costs some four points of attribution F1, one a channel less than one.
    """
    graph = onnx.load(str(encoder))
    excluded = [
        node.name
        for node in graph.graph.node
        if node.op_type == "MatMul" and any(re.search(k, node.name) for k in keep)
    ]
    quantize_dynamic(
        str(encoder), str(target), per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=excluded,
        op_types_to_quantize=["MatMul", "Gather"],
    )  # fmt: skip
    return target.stat().st_size
