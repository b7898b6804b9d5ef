"""What a noun stands for when it heads a phrase: people who act, their members, places, arms, offices, events.

Words are lemmas in lower case, gathered from conflict reporting in general. A word in no set names no actor.
"""

__all__ = [
    "ACTORS",
    "ARMS",
    "CAPTIVES",
    "GROUPS",
    "LEADERS",
    "MAKERS",
    "MEMBERS",
    "MINES",
    "OFFICES",
    "PEOPLE",
    "PERSONS",
    "PLACES",
    "SITES",
    "SOLDIERY",
    "STATE",
    "STRUCK",
    "VESSELS",
    "words",
]


def words(text: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(text.split())


GROUPS = words(
    "group militia faction movement organization organisation party coalition alliance rebels insurgency insurgent "
    "brigade battalion regiment division corps unit command front force wing branch network cell gang cartel "
    "paramilitary proxy outfit junta bloc umbrella grouping side clan tribe resistance council army federation "
    "confederation syndicate dissidence opposition squadron platoon battlegroup taskforce"
)
"""Nouns that name an organised group; with "the" they point back to one."""

MEMBERS = words(
    "fighter force troop soldier militant rebel gunman insurgent combatant militiaman member man unit element "
    "serviceman jihadist terrorist operative commando guerrilla paramilitary mercenary officer personnel "
    "group movement militia faction organization organisation army navy regime government authority administration "
    "party cell brigade contingent command commander leadership leader fighter-jet jet drone aircraft warplane "
    "airforce artillery battalion sniper detachment patrol convoy delegation side adviser advisor expert instructor "
    "trainer dissident gangster saboteur infiltrator tanker-crew gang federation peacekeeper policeman"
)
"""Nouns that stand for the group they are modified by: "Houthi forces" acts for the Houthis."""

STATE = words(
    "government army military navy regime junta police parliament cabinet ministry authority administration "
    "presidency gendarmerie state troop soldier guard court intelligence commission agency"
)
"""Nouns that name an arm of a state."""

PEOPLE = words(
    "resident civilian villager protester demonstrator activist refugee farmer pilgrim worker student journalist "
    "people person child woman family herder trader community minority population local inhabitant migrant hostage "
    "prisoner detainee captive official diplomat politician lawmaker medic doctor aid-worker peacekeeper sailor pilot "
    "captain general colonel scientist citizen settler crew reporter patient pupil believer mourner worshipper "
    "merchant elder chief candidate supporter opponent rival ally enemy attacker assailant bandit pirate smuggler "
    "trafficker youth vigilante volunteer recruit deserter defector separatist islamist extremist mob loyalist "
    "secessionist teacher nurse shepherd fisherman passenger shopper nun priest guest bystander tourist miner "
    "sympathizer sympathiser gendarme marine conscript reservist paratrooper motorist commuter churchgoer labourer "
    "laborer engineer technician pastor bishop monk lawyer relative neighbour servant guard bather congregant athlete "
    "tribesman herdsman townspeople girl boy father mother baby dissident observer authority employee staff staffer "
    "driver cleric policeman officer"
)
"""Nouns for people who are no organised force."""

SOLDIERY = words("soldier troop serviceman servicemember")
"""Single members of an army: an attack that kills them is one on their army."""

PERSONS = words(
    "spokesman spokeswoman spokesperson leader commander chief head president minister official analyst expert "
    "researcher politician general colonel captain governor mayor ambassador envoy director chairman cleric imam"
)

CAPTIVES = SOLDIERY | words(
    "fighter militant rebel gunman insurgent member combatant militiaman officer commander leader jihadist terrorist "
    "operative commando guerrilla mercenary policeman dissident"
)
"""Single persons of a side, who may be caught without it."""

INSTITUTIONS = words("mission charity foundation institute observatory nonprofit")
"""Nouns for bodies that neither fight nor govern."""

MAKERS = words("company firm manufacturer contractor factory industry enterprise producer plant maker corporation")

ACTORS = GROUPS | MEMBERS | STATE | PEOPLE | PERSONS | MAKERS | INSTITUTIONS
ACTORS |= words("country nation neighbor neighbour power world")

PLACES = words(
    "town city village area district province region state county country capital territory neighborhood "
    "neighbourhood suburb island valley mountain hill desert plain border crossing port strait coast zone camp "
    "base airport airbase airfield outpost checkpoint headquarters garrison barracks position stronghold enclave "
    "township municipality settlement site facility compound bridge road highway dam plant refinery hospital "
    "school mosque church market building prison station depot warehouse mine oilfield field locality hamlet "
    "sector governorate prefecture river park forest oasis reserve countryside lake bay gulf sea peninsula "
    "corridor expanse terrain waterway commune kingdom subdistrict"
)
"""Nouns for a place; with "the" or "this" they point back to one."""

SITES = words(
    "block apartment clinic kindergarten bus train car truck tent shop base camp outpost checkpoint headquarters "
    "garrison barracks position facility compound airport airbase airfield depot warehouse embassy consulate "
    "hospital school mosque church market building prison station refinery plant bridge dam port interest asset "
    "installation intervention infrastructure convoy site bunker tunnel power-plant factory headquarter oilfield "
    "pipeline substation grid mission post stronghold"
)
"""Things of an actor that are attacked in its stead: "U.S. bases"."""

MINES = words("mine landmine ied device explosive tripwire")
"""What is hit by who suffers from it."""

STRUCK = words(
    "point house home dwelling hut tent shelter farm field orchard shop stall cafe restaurant bakery hotel hostel "
    "villa mansion palace stadium theatre theater cinema museum library university college classroom dormitory "
    "orphanage monastery temple synagogue cathedral chapel shrine cemetery reservoir well silo granary bank court "
    "courthouse studio newsroom office terminal runway hangar dock pier quay harbour harbor jetty tower mast antenna "
    "pylon transformer grid pipeline van lorry tanker motorcycle ambulance minibus taxi pickup pick-up ferry trawler "
    "wagon locomotive railway vehicle wedding funeral ceremony procession rally vigil festival concert mass prayer "
    "parade crowd queue gathering convoy column patrol trench dugout fortification roadblock residence flat penthouse "
    "room ward laboratory lab livestock herd crop harvest vineyard plantation greenhouse aqueduct pump sewer centre "
    "center hub clinic block"
)
"""What else is hit in a war: buildings, vehicles, gatherings."""

ARMS = words(
    "weapon arm missile drone rocket ammunition munition rifle gun tank artillery mortar vehicle helicopter aircraft "
    "warplane jet fighter-jet bomb explosive shell bullet grenade mine launcher system howitzer armor armour boat "
    "submarine warhead radar uav weaponry equipment component part electronics gear uniform hardware materiel "
    "ship vessel cannon pistol machine-gun interceptor ordnance spare device ied"
)

VESSELS = words("ship vessel tanker carrier boat destroyer frigate freighter aircraft plane helicopter jet drone")

LEADERS = words(
    "leader commander chief head president chairman chairwoman founder boss warlord emir ruler chieftain king sultan "
    "premier chair co-founder director strongman kingpin"
)
"""Offices that lead what they are an office of."""

OFFICES = words(
    "spokesman spokeswoman spokesperson minister official member adviser advisor officer fellow analyst researcher "
    "governor mayor ambassador envoy representative deputy secretary senator lawmaker judge prosecutor general "
    "colonel captain brigadier lieutenant negotiator diplomat coordinator expert scholar professor editor "
    "correspondent "
    "manager politician cleric administrator veteran aide inspector rapporteur commissioner delegate superintendent "
    "vice-president undersecretary treasurer reporter ombudsman ombudswoman commissar attorney magistrate "
    "counsellor counselor attache inspector-general quartermaster controller curator"
)
"""Offices held in what they are an office of, without leading it."""
