"""What stands before and after a name, and what kind of name it keeps company with."""

import re
from typing import cast

from according.vocabularies import MentionKind

__all__ = ["AFTER", "BEFORE"]

_PLACE_NOUN = (
    r"(?:towns?|cit(?:y|ies)|villages?|provinces?|regions?|states?|districts?|ports?|areas?|townships?|islands?|"
    r"capital|suburbs?|"
    r"camps?|governorates?|county|valley|neighbou?rhoods?|localit(?:y|ies)|airport|territory|enclave|outpost|"
    r"settlement)"
)
_BAND = (
    r"(?:rebels?|militants?|armed|jihadists?|paramilitar(?:y|ies)|insurgents?|islamists?|militias?|separatists?|"
    r"guerrillas?|gunmen|terrorists?|fighters)"
)
_SPEARS = (
    r"(?:missiles?|drones?|rockets?|rifles?|tanks?|fighter jets?|jets?|helicopters?|howitzers?|launchers?|uavs?|"
    r"bombs?|torpedo(?:es)?|"
    r"warplanes?|systems?|aircraft|warships?|boats?|vessels?)"
)
_VESSEL = r"(?:ship|vessel|tanker|carrier|destroyer|frigate|freighter|boat|warship|bulk carrier|trawler|ferry)"
_OFFICE = (
    r"(?:spokes(?:man|woman|person)|commander|leader|head|chief|president|minister|governor|mayor|adviser|advisor|"
    r"aide|analyst|expert|researcher|director|chairman|founder|ambassador|envoy|lawmaker|teacher|doctor|activist|"
    r"official|coordinator|emir|elder|resident|professor|fellow|general|colonel|warlord)"
)
_Vote = tuple[re.Pattern[str], MentionKind, int]
"""A pattern beside a name, the kind it speaks for, and how loudly."""

BEFORE: tuple[_Vote, ...] = tuple(
    (re.compile(pattern + r"\s*[\"“]?$", flags), cast(MentionKind, kind), weight)
    for pattern, flags, kind, weight in (
        (
            r"\b(?:in|near|around|outside|inside|into|across|throughout|within)(?: the)?(?: (?:north|south|east|"
            r"west|central)\w*)?",
            re.I,
            "place",
            3,
        ),
        (rf"\b{_PLACE_NOUN}(?:\s[\w’']+){{0,5}}\s*[–—:-]", re.I, "place", 5),
        (
            r"\b(?:towns|cities|villages|provinces|regions|districts|areas|hills|hilltops|islands|bases|positions|camps|"
            r"settlements|suburbs|neighbou?rhoods|townships)(?:\s[\w’']+){0,4},? "
            r"(?:among them|including|notably|such as|like)(?: the)?",
            re.I,
            "place",
            5,
        ),
        (
            r"\b(?:withdr\w+|retreat\w*|pull\w* out|flee\w*|fled|driven|expelled) (?:from|out of|of)(?: the)?",
            re.I,
            "place",
            3,
        ),
        (r"\b(?:in|to|from|into|on) (?:[A-Z][\w’'-]+, )*[A-Z][\w’'-]+ and", 0, "place", 2),
        (
            r"\b(?:deployed|fled|moved|advanc\w+|travel\w+|relocated|flown) (?:\w+ ){0,2}(?:to|into|towards?)",
            re.I,
            "place",
            3,
        ),
        (r"\b(?:at|towards?|reached|entered)", re.I, "place", 2),
        (
            r"\b(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|kilomet(?:er|"
            r"re)s (?:from|off)|miles (?:from|off)) of",
            re.I,
            "place",
            4,
        ),
        (rf"\b{_PLACE_NOUN} of(?: the)?", re.I, "place", 5),
        (
            r"\b(?:governor|mayor|outskirts|streets|residents|inhabitants|people|control|defen[cs]e|fall|siege|battle|"
            r"capture|centre|center|edge|skies|shores?|coast|part|parts|side) of",
            re.I,
            "place",
            4,
        ),
        (
            r"\b(?:captured?|capturing|seized|retook|retaken|recaptured|stormed|overran|besieged|left|leaving|evacuated|"
            r"entered|entering|reached|reaching|retaking|visited|quit)",
            0,
            "place",
            2,
        ),
        (r"\b(?:from|between|via|through|towards?)", 0, "place", 1),
        (
            r"\b(?:northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|"
            r"south-?western)",
            re.I,
            "place",
            4,
        ),
        (
            rf"\b{_BAND}(?: (?:group|force|army|movement|organi[sz]ation|faction|alliance|"
            rf"coalition)s?)?,?(?: (?:called|known as))?(?: the)?",
            re.I,
            "armed_group",
            4,
        ),
        (
            r"\b(?:group|militia|faction)s?(?: such as| like| including|,)?(?: (?:called|known as))?(?: the)?",
            re.I,
            "armed_group",
            3,
        ),
        (
            rf"\b(?:{_BAND}|members|remnants|dissidents|soldiers) (?:of|from|loyal to|allied (?:to|with))(?: the)",
            re.I,
            "armed_group",
            5,
        ),
        (r"\b[\w.]+-(?:backed|aligned|allied|affiliated|sponsored)(?: the)?", re.I, "armed_group", 4),
        (
            r"\b(?:alliance|coalition|gang|cartel|federation|front|network|militia|faction|group)s?,? "
            r"(?:called|named|dubbed|known as)(?: the)?",
            re.I,
            "armed_group",
            5,
        ),
        (
            r"\b(?:spokes(?:man|woman|person)|commanders?|leaders?|chief|members?|founders?|wing|ranks|branch|"
            r"headquarters|head|emir|front) (?:of|for)(?: the)?",
            re.I,
            "organization",
            3,
        ),
        (r"(?<!\bin )(?<!\bto )(?<!\bfrom )(?<!\bof )\b[Tt]he", 0, "organization", 2),
        (rf"\b{_VESSEL},?(?: the| called| named)?", re.I, "weapon", 4),
        (rf"\b{_SPEARS}(?: (?:called|named|dubbed))", re.I, "weapon", 4),
        (r"\b(?:firm|company|companies|manufacturer)s?(?: such as| like| including|,)?", re.I, "company", 5),
        (rf"\bwhose (?:\w+ )?{_OFFICE} (?:is|was),?", re.I, "person", 5),
        (r"\b(?:led|headed|commanded|founded|run) by", 0, "person", 3),
        (rf"\b{_OFFICE}(?: (?:of|for) (?:the )?[\w’' -]{{2,40}})?,", re.I, "person", 5),
        (r"\b(?:Mr|Mrs|Ms|Dr|Gen|Brig|Lt|Col|Maj|Capt|Adm|Sgt|Sen|Rep|Gov)\.?", 0, "person", 6),
    )
)
_NO_OFFICE = rf"(?!{_OFFICE} (?:of|for|in)\b|member of (?:its|the \w+['’]s) )"
"""Not behind "a spokesman for the …", "a member of the movement's …": that tells of a person."""
_FAR = r",\s+(?:(?:about|some|around|roughly|nearly|just|lies)\s+)?\d+\s?(?:km|kilomet\w+|miles)\b"
AFTER: tuple[_Vote, ...] = tuple(
    (re.compile(r"[\"”]?" + pattern, flags), cast(MentionKind, kind), weight)
    for pattern, flags, kind, weight in (
        (rf"\s+{_PLACE_NOUN}\b", re.I, "place", 4),
        (_FAR, re.I, "place", 5),
        (
            r"\s+(?:airbase|airfield|highway|road|border|river|bridge|plain|desert|mountains?|hills?|peninsula|"
            r"coast|strait|border crossing|corridor|heights|forest|basin|dam|lake|reserve|park|belt|triangle)\b",
            re.I,
            "place",
            3,
        ),
        (
            rf",\s+(?:a|an|the|in|(?=capital of))\s*(?:[\w-]+\s+){{0,4}}{_PLACE_NOUN}\b(?!\s+(?:body|media|news|"
            rf"agency|tv|television|company|oil))",
            re.I,
            "place",
            5,
        ),
        (
            r":\s[^\n]{0,90}\b(?:this|the) (?:[a-z]+ )?(?:area|town|city|village|region|district|site|expanse|"
            r"province|zone)\b",
            0,
            "place",
            5,
        ),
        (
            r"\s+(?:fighters?|militants?|rebels?|forces|troops|gunmen|militia(?:men)?|insurgents?|combatants?|"
            r"guerrillas?)\b",
            re.I,
            "armed_group",
            4,
        ),
        (
            rf"(?:\s+\([A-Z][\w-]+\))?,\s+(?:a|an|the|one of)\s+(?:{_NO_OFFICE}[\w’'-]+\s+){{0,6}}{_BAND}\b",
            re.I,
            "armed_group",
            5,
        ),
        (
            rf"(?:\s+\([A-Z][\w-]+\))?,\s+(?:a|an|the|one of)\s+(?:{_NO_OFFICE}[\w’'-]+\s+){{0,4}}"
            r"(?:alliance|coalition|group|"
            r"movement|army|network|gang|cartel|party|faction|organi[sz]ation)s?\b",
            re.I,
            "organization",
            4,
        ),
        (
            r"\s+(?:military |political |armed |top |senior |field )*(?:spokes(?:man|woman|person)|commanders?|"
            r"leader(?:s|ship)?)\b",
            re.I,
            "organization",
            3,
        ),
        (rf"[\"”]?\s+(?:[\w-]+\s+)?{_SPEARS}\b", re.I, "weapon", 5),
        (r",\s+(?:a|an|the)\s+(?:[\w’'-]+\s+){0,3}(?:firm|company|manufacturer)\b", re.I, "company", 5),
        (
            rf",\s+(?:a|an|the)\s+(?:{_NO_OFFICE}[\w’'-]+\s+){{1,4}}(?:branch|affiliate|wing|franchise|offshoot|faction)\b",
            re.I,
            "armed_group",
            9,
        ),
        (r",\s+(?:who|whose|\d\d,)", re.I, "person", 3),
        (
            rf",\s+(?:(?:a|an|the|its|their|his|her)\s+)?(?:[\w’'.-]+\s+){{0,5}}{_OFFICE}(?:,| (?:of|for|in|at|who)\b)",
            0,
            "person",
            5,
        ),
        (r"(?<=[a-z])(?:,[^,]{1,60},)? (?:said|told|added|wrote|says|insisted|warned)\b", 0, "person", 1),
    )
)
