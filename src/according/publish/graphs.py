"""The network as GEXF 1.2 (Gephi), GraphML, or JSON; every edge carries its kind, its time and its claims."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from according.pictures.network import Edge, Network
from according.publish.notice import BOUNDARY, attribution
from according.publish.plain import plain

if TYPE_CHECKING:
    import networkx

__all__ = ["FORMATS", "gexf", "graph_json", "graphml", "to_networkx"]

FORMATS = ("gexf", "graphml", "json")


def to_networkx(network: Network) -> "networkx.MultiDiGraph":
    """The network as a `networkx.MultiDiGraph`; attributes are plain text, numbers and booleans.

    Lists are joined with spaces (ids) or " | " (names). What is unknown is left away, not filled.
    """
    import networkx

    graph = networkx.MultiDiGraph(name="according", notice=BOUNDARY, attribution=attribution())
    for node in network.nodes:
        graph.add_node(_xml(node.id), label=_xml(node.name), kind=node.kind or "text", degree=node.degree)
    for edge in network.edges:
        graph.add_edge(_xml(edge.source), _xml(edge.target), key=edge.id, **_attributes(edge))
    return graph


def gexf(network: Network) -> str:
    """GEXF 1.2; `start` and `end` are the bounds of what the texts say, where they say it."""
    import networkx

    graph = to_networkx(network)
    graph.graph.clear()  # the format has no graph attributes but its own
    for _, _, data in graph.edges(data=True):
        for bound, name in (("earliest", "start"), ("latest", "end")):
            if bound in data:
                data[name] = data[bound]
    out = BytesIO()
    networkx.write_gexf(graph, out, encoding="utf-8", version="1.2draft")
    return out.getvalue().decode("utf-8")


def graphml(network: Network) -> str:
    """GraphML with typed keys."""
    import networkx

    out = BytesIO()
    networkx.write_graphml_xml(to_networkx(network), out, encoding="utf-8")
    return out.getvalue().decode("utf-8")


def graph_json(network: Network) -> dict[str, Any]:
    """Nodes and edges with everything behind them."""
    return {"notice": BOUNDARY, "attribution": attribution(), **plain(network)}


def _attributes(edge: Edge) -> dict[str, str | int | bool]:
    backing = edge.backing
    given: dict[str, str | int | bool] = {
        "label": _xml(edge.label),
        "kind": edge.kind,
        "predicate": edge.predicate,
        "foreseen": edge.foreseen,
        "mark": backing.mark,
        "status": backing.status,
        "verification": backing.verification,
        "negated": backing.negated,
        "weight": len(backing.statements),
        "item": _xml(edge.line.item.name) if edge.line.item else "",
        "place": _xml(edge.line.place.name) if edge.line.place else "",
        "earliest": edge.earliest.isoformat() if edge.earliest else "",
        "latest": edge.latest.isoformat() if edge.latest else "",
        "edtf": " | ".join(_xml(time.edtf or time.text) for time in backing.times),
        "voices": " | ".join(_xml(voice) for voice in backing.voices),
        "claims": " ".join(backing.claims),
        "articles": " ".join(backing.articles),
        "own_voice": " ".join(backing.own_voice),
    }
    return {key: value for key, value in given.items() if value != ""}


def _xml(text: str) -> str:
    """The text without what XML 1.0 forbids (control characters, surrogates, noncharacters)."""
    return "".join(char if char in "\t\n\r" or _allowed(ord(char)) else "\ufffd" for char in text)


def _allowed(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
