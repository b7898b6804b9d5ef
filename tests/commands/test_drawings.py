import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.publish.store_factory import make_store

Runner = Callable[..., Run]


def test_a_dossier_tells_facts_from_threats_and_cites_both(run: Runner) -> None:
    shown = run("dossier", "Northern Force").out
    assert shown.startswith("# Northern Force\n")
    facts, _, said = shown.partition("## Threats")
    assert "- Northern Force in control of Tel Zawan — **unverified** — Mira Halloum [^1]" in facts
    assert "- Tel Zawan used for depot for rockets" in facts
    assert "to attack the port" not in facts
    assert "- Northern Force to attack the port — *threatens*" in said
    assert "- if foreign troops land → to strike the port" in said
    assert "[^1]: Mira Halloum" in shown


@pytest.mark.parametrize(("ending", "start"), [("html", "<!doctype html>"), ("md", "# Northern"), ("json", "{")])
def test_a_dossiers_form_follows_its_file(run: Runner, tmp_path: Path, ending: str, start: str) -> None:
    file = tmp_path / f"nf.{ending}"
    assert run("dossier", "Northern Force", "--out", str(file)).code == 0
    assert file.read_text("utf-8").startswith(start)
    shown = run("dossier", "Northern Force", "--format", ending).out
    assert shown.startswith(start)
    assert "GeoNames (geonames.org), CC BY 4.0" in shown  # its licence asks for it wherever its places go


def test_a_dossier_as_json_lists_the_claims_of_every_line(run: Runner) -> None:
    made = json.loads(run("dossier", "northern force", "--format", "json").out)
    for section in ("affiliations", "arms", "deployments", "sites", "events", "threats", "forecasts"):
        for line in made[section]:
            assert line["backing"]["claims"] or line["backing"]["own_voice"]
    assert made["arms"][0]["backing"]["mark"] == "disputed"
    assert made["arms"][0]["quantities"][0]["text"] == "about 40"


def test_hostile_names_have_harmless_dossiers(run: Runner) -> None:
    page = run("dossier", "@Outlet <b>", "--format", "html").out
    assert "<h1><bdi>@Outlet &lt;b&gt;</bdi></h1>" in page
    assert "<script" not in page
    assert "<img" not in page


def test_an_unknown_name_gets_near_ones(run: Runner) -> None:
    shown = run("dossier", "Northen Force")
    assert shown.code == 1
    assert "Northern Force" in shown.err


def test_the_map_is_geojson_and_counts_what_it_left_out(run: Runner) -> None:
    shown = run("map")
    made = json.loads(shown.out)
    assert made["type"] == "FeatureCollection"
    assert {item["properties"]["kind"] for item in made["features"]} == {"control", "presence", "use"}
    assert "3 drawn" in shown.err
    assert json.loads(run("map", "--as-of", "2025-03-03").out)["features"] == []
    assert json.loads(run("map", "--known-by", "2025-03-03").out)["features"] == []
    rounded = json.loads(run("map", "--round", "1").out)
    assert all(item["geometry"]["type"] == "Polygon" for item in rounded["features"])


@pytest.mark.parametrize(("ending", "words"), [("gexf", "<gexf"), ("graphml", "<graphml"), ("json", '"nodes"')])
def test_a_networks_form_follows_its_file(run: Runner, tmp_path: Path, ending: str, words: str) -> None:
    file = tmp_path / f"net.{ending}"
    assert run("network", "--out", str(file)).code == 0
    assert words in file.read_text("utf-8")


def test_the_network_can_be_narrowed(run: Runner) -> None:
    kinds = {edge["kind"] for edge in json.loads(run("network", "--kind", "arms", "--kind", "threat").out)["edges"]}
    assert kinds == {"arms", "threat"}
    focus = json.loads(run("network", "--focus", "Wire One").out)
    assert {node["name"] for node in focus["nodes"]} == {"Wire One", "Northern Force"}


def test_boards_are_readable_and_give_json(run: Runner, tmp_path: Path) -> None:
    assert "2020/.." in run("timeline").out
    assert "declines to comment" in " ".join(run("stances").out.split())
    assert "if foreign troops land" in " ".join(run("conditions").out.split())
    assert "Mira Halloum" in run("sources").out
    for verb in ("timeline", "stances", "conditions", "sources"):
        made = json.loads(run(verb, "--json").out)
        file = tmp_path / f"{verb}.json"
        run(verb, "--out", str(file))
        assert json.loads(file.read_text("utf-8")) == made
        assert "\x1b" not in run(verb).out
        assert run(verb, "--actor", "Northern Force").code == 0


def test_pictures_of_an_empty_store_are_empty(run: Runner, tmp_path: Path) -> None:
    store = make_store(tmp_path / "empty.db", empty=True)
    for verb in ("timeline", "stances", "conditions", "sources"):
        assert "yet" in run(verb, db=store).out
    assert json.loads(run("map", db=store).out)["features"] == []
    assert json.loads(run("network", db=store).out)["edges"] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("map", "--as-of", "June"), "YYYY-MM-DD"),
        (("map", "--round", "99"), "at most 10"),
        (("map", "--out", "/nowhere/map.geojson"), "Cannot write"),
        (("network", "--kind", "love"), "is none of affiliation"),
        (("network", "--focus", "Nobody At All"), "Nobody here is called"),
        (("timeline", "--since", "soon"), "YYYY-MM-DD"),
        (("stances", "--actor", "Nobody At All"), "Nobody here is called"),
        (("dossier", ""), "Nobody here is called"),
    ],
)
def test_what_cannot_be_meant_gets_a_sentence(run: Runner, arguments: tuple[str, ...], sentence: str) -> None:
    shown = run(*arguments)
    assert shown.code == 1
    assert sentence in shown.err
