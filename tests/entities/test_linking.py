"""Nodes, pack matches as judgements, places with their reasons; other conflicts without a pack."""

import json
from pathlib import Path

import pytest

from according.entities.gazetteer import Gazetteer
from according.entities.lexicon import PackLexicon
from according.entities.linking import Linker, node_id
from according.entities.packs import load_packs
from according.records import Article, Claim, Extraction, Outlet, Ref, Span, Statement, Voice


def article(text: str) -> Article:
    return Article(Article.identify(text, None), Outlet("Paper", "newspaper"), text)


def extraction(given: Article, lexicon: PackLexicon, **more: object) -> Extraction:
    return Extraction(given.id, "test", tuple(lexicon.mentions(given.text)), **more)  # type: ignore[arg-type]


def test_a_name_is_a_node_and_the_pack_a_judgement(gazetteer: Gazetteer) -> None:
    packs = load_packs(("iraq",))
    read = article("Ketaib Hizbollah said it holds Jurf al-Sakhar, a town in Iraq.")
    linking = Linker(packs, gazetteer).link(read, extraction(read, PackLexicon(packs)))
    (judgement,) = [j for j in linking.judgements if j.object == "iraq:kataib-hezbollah"]
    assert judgement.verdict == "same"
    assert judgement.by == "actors@1"
    assert not judgement.person
    assert "pack iraq" in judgement.why
    assert judgement.subject in {e.id for e in linking.entities}
    assert any(p.id == "iraq:jurf-al-sakhar" for p in linking.places)
    assert all(
        link.entity in {e.id for e in linking.entities} | {p.id for p in linking.places} for link in linking.links
    )


def test_unnamed_voices_get_no_node(gazetteer: Gazetteer) -> None:
    read = article("A senior official told Jane Roe that it fell.")
    voices = (Voice("a senior official", "anonymous"), Voice("Jane Roe", "person"))
    claim = Claim("c", read.id, (Span(0, 5),), None, voices)
    linking = Linker(load_packs(("world",)), gazetteer).link(read, Extraction(read.id, "t", claims=(claim,)))
    assert {e.name for e in linking.entities} == {"Jane Roe"}


def test_statement_refs_get_nodes_and_plain_texts_none(gazetteer: Gazetteer) -> None:
    read = article("The Blue Front opened field preparations in Kaviri.")
    statement = Statement(
        "s",
        read.id,
        None,
        Ref("Blue Front", "armed_group"),
        "controls",
        Ref("field preparations", None),
        place=Ref("Kaviri", "place"),
        evidence=(Span(0, 5),),
    )
    linking = Linker((), gazetteer).link(read, Extraction(read.id, "t", statements=(statement,)))
    assert {e.name for e in linking.entities} == {"Blue Front", "Kaviri"}
    assert [p.name for p in linking.places] == ["Kaviri"]


def test_linking_twice_gives_the_same(gazetteer: Gazetteer) -> None:
    packs = load_packs()
    read = article("BEIRUT: Hezbollah and the Houthis met in western Iraq on Friday, Reuters said.")
    one, other = (Linker(packs, gazetteer).link(read, extraction(read, PackLexicon(packs))) for _ in range(2))
    assert one == other
    assert len(set(one.links)) == len(one.links)


def test_the_node_of_a_name_is_the_same_in_every_article() -> None:
    assert node_id("Kata'ib Hizballah") == node_id("kataib hizballah")
    assert node_id("Sadr") != node_id("al-Sadr")


def test_places_no_reader_marked_are_found(gazetteer: Gazetteer) -> None:
    pack_free = Linker((), gazetteer)
    read = article(
        "SOUTHPORT: Aalia's army entered Kaviri on Monday. Troops hold three towns – Northton, Topham and Upwick – "
        "in northern Aalia."
    )
    linking = pack_free.link(read, Extraction(read.id, "t"))
    named = {p.name for p in linking.places}
    assert "Southport" in named
    spoken = Linker(load_packs(("world",)), gazetteer).link(read, Extraction(read.id, "t"))
    assert spoken.article == read.id


def test_a_persons_name_is_no_place(gazetteer: Gazetteer) -> None:
    read = article("Beeland's minister said so. Ali spoke to Loham in Beeland.")
    linking = Linker((), gazetteer).link(read, Extraction(read.id, "t"))
    assert "Ali" not in {p.name for p in linking.places}


SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="needs the annotated articles beside the repository")
@pytest.mark.parametrize(("packs", "least"), [((), 85.0), (("world",), 80.0)])
def test_places_of_the_annotated_articles(packs: tuple[str, ...], least: float) -> None:
    from according.entities.gazetteer import open_gazetteer
    from according.entities.gazetteer_sources import distance_km
    from according.entities.names import words

    known = load_packs(packs)
    linker, lexicon = Linker(known, open_gazetteer(known)), PackLexicon(known)
    right = wanted = 0
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "places" not in gold:
            continue
        read = article((SHARED / "articles" / f"{path.stem}.txt").read_text(encoding="utf-8"))
        places = linker.link(read, extraction(read, lexicon)).places
        for place in gold["places"]:
            aliases = [
                place["name"],
                *(m for e in gold["entities"] if e["name"] == place["name"] for m in e["mentions"]),
            ]
            wanted += 1
            right += any(
                set(words(a)) == set(words(b))
                and distance_km((place["lat"], place["lon"]), (p.lat, p.lon)) <= place["tolerance_km"]
                for a in aliases
                for p in places
                for b in (p.name, *p.names)
            )
    assert 100 * right / wanted >= least
