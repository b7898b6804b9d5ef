"""Word lists of attribution: the lemmas by which English news says that somebody said something.

The lists are ordinary English of news agencies; each is grouped by what the word does, because that decides both how
its content is attached and how the claim is read. To teach the grammar a verb, put its lemma in the right list.
"""

__all__ = [
    "ACCUSE",
    "AS_VERBS",
    "CALL",
    "CLAUSE",
    "COMMIT",
    "DENY",
    "DISTANCING",
    "DOCUMENTS",
    "DOUBT",
    "ENDORSING",
    "FOOTAGE",
    "NOMINAL",
    "OBJECT",
    "PREDICT",
    "PREPOSITION",
    "PRONOUNS",
    "PUBLISH",
    "SHOW",
    "TALLY",
    "TO_CLAUSE",
    "TURNS",
    "UTTERANCES",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DENY = _words("deny refute rebut dismiss reject disavow repudiate disclaim dispute contest")
"""The speaker holds it false, or will not have it."""

DOUBT = _words("doubt question")

CALL = _words(
    "urge demand appeal request beg implore plead exhort order instruct command invite summon advise recommend "
    "propose press insist_on call ask"
)
"""The speaker wants somebody to act."""

COMMIT = _words("vow threaten pledge promise swear warn commit undertake")

PREDICT = _words("predict forecast foresee expect anticipate project envisage prophesy")

ACCUSE = _words("accuse blame denounce condemn criticize criticise deplore decry slam blast rebuke chide deride praise "
                "laud hail welcome lambaste castigate")  # fmt: skip

CLAUSE = (
    DENY
    | DOUBT
    | PREDICT
    | _words(
        "say tell add state note explain claim announce declare report warn argue insist believe think assert "
        "acknowledge admit affirm agree allege assure reassure boast caution clarify comment complain concede "
        "conclude concur confess confirm contend counter decide demand describe disclose elaborate emphasize "
        "emphasise estimate exclaim feel hint imply indicate inform interject joke lament maintain mention muse "
        "observe opine point posit predict proclaim pledge promise quip recall reckon recommend reiterate remark "
        "remind repeat reply respond retort reveal rule signal speculate stress suggest suspect swear testify "
        "threaten tweet underline underscore urge verify voice vow warn wonder worry write joke guess find "
        "determine learn read release publish post attest certify quote cite broadcast claim reason assess judge "
        "calculate brief notify alert envision pin counter dispute summarize summarise caution propose request order "
        "rumor rumour chronicle relate recount tout ascertain detail surmise posit concur"
    )
)
"""Take a clause: "said that the bridge fell"."""

CLAUSE -= _words("read release publish post point rule decide quote cite detail learn")

TO_CLAUSE = _words("claim vow threaten pledge promise swear profess purport")
"""Take an infinitive of which the speaker is the subject: "vowed to strike back"."""

OBJECT = (
    DENY
    | DOUBT
    | ACCUSE
    | _words(
        "announce confirm acknowledge admit report allege claim describe identify characterize characterise portray "
        "depict predict forecast pledge vow promise declare disclose reveal threaten verify outline detail reiterate "
        "demand suggest signal urge propose recommend stress emphasize emphasise underscore underline voice express"
    )
)
"""Take what was said as an object: "denied the reports", "announced a truce"."""

TURNS = ACCUSE | _words("urge vow warn call demand threaten pledge appeal deny reject dismiss insist add promise")
"""What a speaker does next, behind "and" and what was said: "said it had no part in it and blamed the army"."""

TALLY = _words("count record document register tally log")
"""Take a counted object as a finding: "counted 200 dead"."""

AS_VERBS = _words(
    "describe characterize characterise portray depict denounce condemn dismiss identify label brand regard"
)
"""Take an object and say what it is: "described the talks as frank"."""

PREPOSITION = {
    "warn": _words("of against about over"),
    "call": _words("for"),
    "speak": _words("of"),
    "point": _words("to"),
    "complain": _words("of about"),
    "appeal": _words("for"),
    "plead": _words("for"),
    "hint": _words("at"),
    "object": _words("to"),
    "caution": _words("against"),
    "boast": _words("of about"),
    "allude": _words("to"),
    "insist": _words("on"),
    "press": _words("for"),
    "inquire": _words("about"),
    "advise": _words("against"),
    "testify": _words("about"),
    "accuse": _words("of"),
}
"""Take what was said behind one of these prepositions."""

NOMINAL = _words(
    "claim statement allegation accusation assertion announcement warning report suggestion declaration denial "
    "promise pledge threat vow rumor rumour testimony contention complaint prediction forecast demand call appeal "
    "assurance argument remark admission acknowledgement insistence assessment conclusion finding belief view "
    "opinion fear hint comment confession revelation notion verdict"
)
"""Nouns that carry a saying: "a claim by the group that …"."""

DOCUMENTS = _words(
    "report statement document footage video image photo photograph picture poll survey study paper memo letter "
    "email communique communiqué dispatch analysis assessment review investigation data figure statistic record "
    "transcript intelligence evidence article editorial post tweet message recording clip audio leaflet decree "
    "bulletin release website site page notice list briefing book map leak cable filing affidavit indictment lawsuit "
    "complaint ruling research finding inquiry census file information newsletter column dossier imagery"
)
"""Things that speak: kinds of document, recording and data."""

SHOW = _words(
    "show suggest indicate reveal find point list detail outline document depict conclude demonstrate prove describe "
    "identify confirm allege estimate put report mention note say state claim read warn"
)
"""What a document does."""

DISTANCING = _words("claim allege purport contend assert maintain insist profess boast tout accuse rumor rumour")
"""The reporter holds the speaker's words at arm's length; after the Reuters and BBC style guides' notes on such
verbs."""

ENDORSING = _words(
    "confirm reveal acknowledge admit concede disclose verify expose show demonstrate prove note recall point "
    "explain recognize recognise realize realise"
)
"""The reporter presents what was said as so."""

FOOTAGE = _words("footage video photo image picture photograph recording audio clip imagery map")
"""Documents one sees or hears."""

UTTERANCES = _words("statement communique communiqué site website tweet post message announcement bulletin letter")
"""Documents that are their author's own words."""

PUBLISH = _words("publish release issue put post air broadcast share circulate show distribute leak upload carry")
"""What an author does with a document."""

PRONOUNS = _words("he she it they who which that i we him her them his their its himself herself themselves")
