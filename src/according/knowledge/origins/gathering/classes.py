"""Classes of words the press uses in turn: of things, of deeds; and words that tell nothing of an event."""

__all__ = ["CALENDAR", "CLASS_OF", "DEEDS", "NOT", "STOP", "THINGS", "VERBS", "WEEKDAYS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


THINGS = {
    "dwelling": "apartment apartments flat flats residential house houses home homes housing",
    "building": "building buildings block blocks high-rise tower towers",
    "vessel": "vessel vessels ship ships freighter freighters boat boats carrier steamer",
    "truck": "truck trucks lorry lorries",
    "tanker": "tanker tankers",
    "vehicle": "vehicle vehicles car cars pickup pickups",
    "town": "town towns city cities village villages settlement settlements",
    "market": "market markets marketplace bazaar",
    "prison": "prison prisons jail jails jailbreak jailbreaks",
    "prisoner": "prisoner prisoners detainee detainees inmate inmates captive captives",
    "people": "people persons residents civilians villagers inhabitants",
    "fighter": "fighters militants insurgents rebels gunmen assailants terrorists attackers jihadists",
    "soldier": "soldiers troops servicemen personnel",
    "army": "army military forces",
    "drone": "drone drones uav uavs",
    "aircraft": "aircraft plane planes jet jets warplane warplanes helicopter helicopters",
    "ammunition": "ammunition munitions rounds shells",
    "arms": "weapons arms weaponry guns",
    "store": "store stores depot depots warehouse warehouses dump",
    "truce": "truce ceasefire cease-fire armistice",
    "talks": "talks negotiations",
    "deal": "deal agreement accord",
    "hospital": "hospital hospitals clinic clinics",
    "convoy": "convoy convoys column",
}
"""Nouns the press uses of one thing in turn."""
DEEDS = {
    "kill": "killed kill kills killing dead died die dies death deaths slain",
    "wound": "wounded wounding injured injuring injuries hurt",
    "strike": "strike strikes struck striking hit hits hitting bombed bombing bombs shelled shelling attack attacks "
    "attacked attacking targeted targeting raid raided raids bombardment pounded fired ambush ambushed",
    "seize": "captured capture captures capturing seized seizing seize took taken takes taking fell fallen overran "
    "overrun controls control holds holding",
    "burn": "burned burnt burning burn torched flames ablaze fire",
    "destroy": "destroyed destroying destroy ruined wrecked",
    "plan": "plan plans planned planning plot plots plotted plotting prepared preparing",
    "free": "free freed freeing release released releasing break breaking broke",
    "find": "found find finding recovered",
    "leave": "left leave leaving abandoned withdrew withdrawn",
    "flee": "fled flee fleeing displaced",
}
"""Verbs, and nouns of deeds, that name one kind of deed."""
VERBS = {
    "ASSAULT": frozenset({"strike", "kill", "wound", "burn", "destroy"}),
    "SEIZE": frozenset({"seize"}),
    "controls": frozenset({"seize"}),
    "RETREAT": frozenset({"leave", "flee"}),
}
"""Deeds that a predicate stands for; what is done otherwise is never told of in other words."""
CLASS_OF = {word: name for table in (THINGS, DEEDS) for name, some in table.items() for word in some.split()}
CALENDAR = _words("january february march april may june july august september october november december")
WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
NOT = _words(
    "not no never neither nor none without cannot nobody nothing denied denies didn't wasn't weren't isn't aren't "
    "hasn't haven't don't doesn't couldn't"
)
STOP = _words(
    "the and but for from with that this these those they them their there then than have has had been being was "
    "were are is its his her hers our ours your who whom whose which what when where while will would could should "
    "may might must can also about after before during into onto over under upon near at by of to in on as it he she "
    "we you us "
    "one some any all both each other another more most much many few several very only just still again now later "
    "earlier said says say saying told added according reported reportedly because since until between through against "
    "around among least about nearly almost some at a an or so if out off up down did do does not no monday tuesday "
    "wednesday thursday friday saturday sunday today yesterday morning evening night area part least mr mrs"
)
