import io
import json

import networkx

from according.pictures.network import draw_network
from according.publish.graphs import gexf, graph_json, graphml
from tests.pictures.rows_factory import since, statement

ROWS = [
    statement("Iran", "supplies", "Badr", item="Fateh", claim="c1", time=since(2020), verification="unverified"),
    statement("Badr", "part_of", "Front"),
    statement("Badr", "ASSAULT", "Bases", status="threatened", claim="c2"),
]


def test_gexf_opens_again_with_time_and_claims() -> None:
    graph = networkx.read_gexf(io.BytesIO(gexf(draw_network(ROWS)).encode()))
    edges = {data["kind"]: data for _, _, data in graph.edges(data=True)}
    assert edges["arms"]["claims"] == "c1"
    assert edges["arms"]["start"] == "2020-01-01"
    assert edges["arms"]["mark"] == "unverified"
    assert edges["threat"]["foreseen"] is True
    assert graph.nodes["e:badr"]["label"] == "Badr"


def test_graphml_opens_again_with_typed_attributes() -> None:
    graph = networkx.read_graphml(io.BytesIO(graphml(draw_network(ROWS)).encode()))
    edges = {data["kind"]: data for _, _, data in graph.edges(data=True)}
    assert edges["affiliation"]["own_voice"] == "a1"
    assert edges["arms"]["weight"] == 1
    assert edges["arms"]["earliest"] == "2020-01-01"
    assert "latest" not in edges["arms"]


def test_two_edges_between_the_same_ends_are_two() -> None:
    rows = [statement("A", "part_of", "B"), statement("A", "leads", "B")]
    assert networkx.read_gexf(io.BytesIO(gexf(draw_network(rows)).encode())).number_of_edges() == 2


def test_names_that_xml_forbids_do_not_break_the_file() -> None:
    drawn = draw_network([statement("A\x00\x1b<&>\ud800", "part_of", "B")])
    for made in (gexf(drawn), graphml(drawn)):
        assert "A��&lt;&amp;&gt;�" in made


def test_json_keeps_everything_behind_an_edge() -> None:
    made = json.loads(json.dumps(graph_json(draw_network(ROWS))))
    assert made["edges"][0]["backing"]["claims"] == ["c1"]
    assert made["edges"][0]["line"]["text"] == "Iran supplied Badr (Fateh)"
    assert "does not decide what is true" in made["notice"]
    assert "GeoNames" in made["attribution"]


def test_the_files_credit_the_place_data() -> None:
    assert "CC BY 4.0" in graphml(draw_network(ROWS))


def test_an_empty_network_is_a_valid_file() -> None:
    assert networkx.read_gexf(io.BytesIO(gexf(draw_network([])).encode())).number_of_nodes() == 0
