"""Whom and what reports of harm speak of: kinds of nouns, and which of them take in which. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["ANYONE", "NOUN", "PERSONS", "Kind", "kind_of", "takes_in"]


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """A kind of victim: its group, and the noun within it; a noun that stands for the whole group is empty."""

    group: str
    noun: str = ""


_GROUPS: dict[str, tuple[str, dict[str, str]]] = {
    # group: (nouns for all of it, nouns for some of it, by the one they are counted as)
    "people": (
        "people|persons?|lives|victims?|bod(?:y|ies)|corpses?|dead|deaths?|fatalities|casualties|wounded|injured|"
        "injuries|"
        "human beings|souls",
        {"man": "man|men"},
    ),
    "civilians": (
        "civilians?|residents?|inhabitants?|villagers?|townspeople|locals|citizens",
        {
            "child": "child|children|boys?|girls?|babies|baby|infants?|toddlers?|teenagers?|minors?|year-olds?",
            "woman": "woman|women|mothers?|grandmothers?",
            "relative": "sons?|daughters?|nephews?|nieces?|fathers?|brothers?|sisters?|husbands?|wife|wives|cousins?|"
            "grandfathers?|family|families|relatives?",
            "elder": "elders?|pensioners?",
            "worshipper": "worshippers?",
            "passenger": "passengers?|commuters?",
            "patient": "patients?",
            "pupil": "students?|pupils?|schoolchildren|schoolgirls?|schoolboys?",
            "displaced": "displaced people|displaced persons|refugees?",
            "fisherman": "fisherm[ae]n",
            "farmer": "farmers?|herders?|peasants?",
            "trader": "traders?|shopkeepers?|vendors?|shoppers?|merchants?",
            "medic": "medics?|doctors?|nurses?|paramedics?|health workers?|rescuers?|firefighters?|firem[ae]n",
            "journalist": "journalists?|reporters?|cameram[ae]n",
            "aid worker": "aid workers?|humanitarian workers?",
            "mourner": "mourners?|guests?",
            "driver": "drivers?|apprentices?",
            "miner": "miners?",
            "worker": "workers?|employees?|staff|labourers?|laborers?|contractors?",
        },
    ),
    "soldiers": (
        "soldiers?|troops|servicem[ae]n|troopers?|service members?|personnel|members of the security forces",
        {
            "police": "policem[ae]n|police officers?|police|officers?",
            "gendarme": "gendarmes?",
            "guard": "guards?|guardsm[ae]n",
            "peacekeeper": "peacekeepers?|blue helmets?",
            "commander": "commanders?|generals?",
            "pilot": "pilots?",
        },
    ),
    "fighters": (
        "fighters?|militants?|assailants?|attackers?|terrorists?|insurgents?|rebels?|gunm[ae]n|jihadists?|jihadis|"
        "extremists?|militiam[ae]n|guerrillas?|bandits?|elements",
        {},
    ),
    "crew": ("crew|crew members?|crewm[ae]n", {"seafarer": "sailors?|seafarers?|engineers?|captain|master|mariners?"}),
    "vehicles": (
        "vehicles?",
        {
            "lorry": "lorr(?:y|ies)|trucks?|pick-?ups?|pickup trucks?|gun trucks?",
            "tanker": "tankers?|tanker trucks?|fuel trucks?",
            "car": "cars?|bus(?:es)?",
            "motorcycle": "motorcycles?|motorbikes?",
            "tank": "tanks?",
            "armoured": "armou?red (?:personnel carriers?|vehicles?|cars?)|apcs?",
        },
    ),
    "buildings": (
        "buildings?",
        {
            "dwelling": "houses?|homes?|flats?|apartments?|dwellings?|huts?|tents?|(?:apartment|residential|tower|"
            "housing)"
            " (?:buildings?|blocks?|towers?|houses?|complex(?:es)?|areas?|quarters?|neighbou?rhoods?)|"
            "blocks? of flats|high-rises?",
            "market": "markets?|bazaars?|souks?|marketplaces?",
            "hospital": "hospitals?|clinics?|health cent(?:re|er)s?|maternity wards?|medical cent(?:re|er)s?",
            "school": "schools?|kindergartens?|universit(?:y|ies)",
            "mosque": "mosques?|church(?:es)?|cathedrals?|monaster(?:y|ies)|synagogues?|temples?",
            "camp": "camps?",
            "funeral": "funerals?|weddings?",
            "depot": "depots?|warehouses?|ammunition stores?|arsenals?",
            "base": "bases?|barracks|outposts?|garrisons?|headquarters",
            "airport": "airports?|airfields?|air ?bases?|airstrips?",
            "plant": "refiner(?:y|ies)|power plants?|power stations?|dams?|bridges?",
        },
    ),
    "aircraft": (
        "aircraft",
        {
            "drone": "drones?|uavs?",
            "jet": "jets?|fighter jets?|warplanes?|planes?",
            "helicopter": "helicopters?",
            "missile": "missiles?|rockets?",
        },
    ),
    "ships": (
        "ships?|vessels?|carriers?|freighters?|cargo ships?|merchantm[ae]n|container ships?|bulkers?",
        {"boat": "boats?|trawlers?|frigates?|warships?"},
    ),
    "convoy": ("convoys?|columns?", {}),
}
ANYONE = Kind("anyone")
"""Of whom "nobody was hurt" speaks."""
PERSONS = frozenset({"people", "civilians", "soldiers", "fighters", "crew"})
_WITHIN = {"civilians": "people"}
"""Groups that are part of another."""
_PART_OF = {Kind("vehicles", "tanker"): Kind("vehicles", "lorry")}


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, not those within its brackets."""
    found, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


_KINDS = sorted(
    (
        (alternative, Kind(group, noun))
        for group, (whole, some) in _GROUPS.items()
        for noun, pattern in (("", whole), *some.items())
        for alternative in _alternatives(pattern)
    ),
    key=lambda pair: (-pair[0].count(" "), -len(pair[0]), pair),
)
_GOES_ON = (
    r"(?!\s+(?:stations?|posts?|convoys?|cars?|vehicles?|camps?|bases?|depots?|stores?|buildings?|areas?|houses?|"
    r"homes?|"
    r"bus(?:es)?|ships?|members?|chiefs?|forces?|targets?|sites?|infrastructure|positions?|leaders?|commanders?|"
    r"groups?)\b)(?!-)"
)
NOUN = rf"(?:{'|'.join(alternative for alternative, _ in _KINDS)})\b{_GOES_ON}"
"""Any of the nouns, the longest first, as a part of a pattern that ignores case; not where it describes another."""
_COMPILED = [(re.compile(alternative, re.IGNORECASE), kind) for alternative, kind in _KINDS]


@lru_cache(maxsize=4096)
def kind_of(noun: str) -> Kind | None:
    """The kind of this noun, None for one that is not known."""
    return next((kind for pattern, kind in _COMPILED if pattern.fullmatch(noun)), None)


def takes_in(whole: Kind, part: Kind) -> bool:
    """True when what is of the second kind is always of the first."""
    if whole == part or _PART_OF.get(part) == whole:
        return True
    if whole == ANYONE:
        return part.group in PERSONS
    if whole.noun:
        return False
    return whole.group == part.group or _WITHIN.get(part.group) == whole.group
