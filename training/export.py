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


class _Parted(nn.Module):
    """Parts the channels of a tensor: the ordinary ones (others zeroed), and the few far larger ones by themselves."""

    def __init__(self, width: int, large: torch.Tensor) -> None:
        super().__init__()
        mask = torch.ones(width)
        mask[large] = 0
        self.register_buffer("mask", mask)
        self.register_buffer("large", large)
        self._last: tuple[torch.Tensor, tuple[torch.Tensor, torch.Tensor]] | None = None

    def forward(self, values: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        if self._last is None or self._last[0] is not values:  # three products share one input
            self._last = values, (values * self.mask, values.index_select(-1, self.large))
        return self._last[1]


def _columns(linear: nn.Linear, channels: torch.Tensor, bias: bool) -> nn.Linear:
    """The part of a product that reads some input channels."""
    part = nn.Linear(len(channels), linear.out_features, bias=bias)
    part.weight.data = linear.weight.data[:, channels].clone()
    if bias:
        part.bias.data = linear.bias.data.clone()
    return part


class _PartedLinear(nn.Module):
    """A product in two: ordinary channels, fit for 8 bit, and the large ones, `exact`."""

    def __init__(self, linear: nn.Linear, parted: _Parted) -> None:
        super().__init__()
        self.parted = parted
        self.ordinary = _columns(linear, torch.arange(linear.in_features), bias=True)
        self.ordinary.weight.data[:, parted.large] = 0
        self.exact = _columns(linear, parted.large, bias=False)

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        ordinary, large = self.parted(values)
        return self.ordinary(ordinary) + self.exact(large)


class _PartedFirst(nn.Module):
    """First feed-forward product; its large outputs are computed apart, so that nothing has to be masked after it."""

    def __init__(self, linear: nn.Linear, activation: nn.Module, parted: _Parted, large: torch.Tensor) -> None:
        super().__init__()
        mask = torch.ones(linear.out_features, dtype=torch.bool)
        mask[large] = False
        rest = nn.Linear(linear.in_features, int(mask.sum()))
        rest.weight.data, rest.bias.data = linear.weight.data[mask].clone(), linear.bias.data[mask].clone()
        self.rest = _PartedLinear(rest, parted)
        self.exact = nn.Linear(linear.in_features, len(large))
        self.exact.weight.data, self.exact.bias.data = (
            linear.weight.data[large].clone(),
            linear.bias.data[large].clone(),
        )
        self.activation = activation

    def forward(self, values: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.activation(self.rest(values)), self.activation(self.exact(values))


class _PartedSecond(nn.Module):
    def __init__(self, linear: nn.Linear, large: torch.Tensor) -> None:
        super().__init__()
        mask = torch.ones(linear.in_features, dtype=torch.bool)
        mask[large] = False
        self.rest = _columns(linear, mask.nonzero()[:, 0], bias=True)
        self.exact = _columns(linear, large, bias=False)

    def forward(self, values: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        return self.rest(values[0]) + self.exact(values[1])


def _keep_largest(largest: torch.Tensor, values: torch.Tensor) -> None:
    torch.maximum(largest, values.abs().flatten(0, 1).amax(0), out=largest)


@torch.no_grad()
def part_large_channels(
    network: Network, windows: list[tuple[torch.Tensor, torch.Tensor]], counts: tuple[int, int, int]
) -> None:
    """Prepare the encoder for 8 bit: compute the few input channels that are far larger than the rest apart, in 32 bit.

    One scale serves a whole input, so one large channel rounds all others away (Dettmers et al. 2022, LLM.int8).
    `windows` are (ids, features) as the encoder takes them, to find those channels; `counts` is how many to part
    before the attention products, the first and the second feed-forward product. The network stays the same function.
    """
    layers = network.encoder.base.encoder.layer
    watched = [(layer.attention.self.query, layer.intermediate.dense, layer.output.dense) for layer in layers]
    largest = [[torch.zeros(linear.in_features) for linear in linears] for linears in watched]
    hooks = [
        linear.register_forward_pre_hook(lambda _, inputs, most=most: _keep_largest(most, inputs[0]))
        for linears, mosts in zip(watched, largest, strict=True)
        for linear, most in zip(linears, mosts, strict=True)
    ]
    for ids, features in windows:
        network.encoder(ids, features, torch.ones_like(ids))
    for hook in hooks:
        hook.remove()
    for layer, mosts in zip(layers, largest, strict=True):
        attention, first, second = (
            most.topk(count).indices.sort().values for most, count in zip(mosts, counts, strict=True)
        )
        if len(attention):
            parted = _Parted(len(mosts[0]), attention)
            for name in ("query", "key", "value"):
                setattr(layer.attention.self, name, _PartedLinear(getattr(layer.attention.self, name), parted))
        inner = layer.intermediate
        layer.intermediate = _PartedFirst(inner.dense, inner.intermediate_act_fn, _Parted(len(mosts[1]), first), second)
        layer.output.dense = _PartedSecond(layer.output.dense, second)


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
