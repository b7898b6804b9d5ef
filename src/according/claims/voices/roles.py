"""What the noun of a source says about the voice: who is unnamed, who is an eyewitness, what kind of body speaks."""

from according.vocabularies import VoiceKind

__all__ = [
    "ARMED_MODIFIERS",
    "ARMED_WORDS",
    "BODIES",
    "DEMONYMS",
    "EYEWITNESS",
    "GROUPS",
    "MEDIA_NAMES",
    "MEDIA_WORDS",
    "NUMBERS",
    "PEOPLE",
    "PLATFORMS",
    "TITLES",
    "body_kind",
    "is_rank",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EYEWITNESS = _words(
    "resident witness eyewitness villager survivor local bystander neighbour neighbor refugee townspeople shopkeeper "
    "farmer inhabitant evacuee passerby onlooker mourner"
)
PEOPLE = EYEWITNESS | _words(
    "official source diplomat officer aide adviser advisor analyst expert observer activist commander soldier "
    "spokesman spokeswoman spokesperson lawmaker senator congressman congresswoman politician minister researcher "
    "insider negotiator author critic supporter leader chief head director president chairman chairwoman chair "
    "secretary deputy ambassador envoy general colonel major captain lieutenant admiral sergeant brigadier governor "
    "mayor judge prosecutor lawyer attorney professor scholar historian economist journalist reporter correspondent "
    "editor doctor medic nurse scientist specialist strategist consultant executive manager founder coordinator "
    "representative delegate member cleric sheikh imam ayatollah pope bishop priest rabbi king prince princess queen "
    "emir sultan man woman boy girl teacher student worker driver pilot veteran colleague friend neighbour relative "
    "brother sister mother father son daughter wife husband uncle cousin parent family candidate nominee opponent "
    "voter detective sheriff politician operative agent contractor defector prisoner detainee hostage captive people "
    "person individual personnel figure investigator inspector monitor campaigner dissident exile fellow premier "
    "chancellor minister counsel commissioner superintendent planner engineer pollster trader merchant shipper "
    "fisherman sailor crewman businessman businesswoman user demonstrator protester volunteer human-rights-worker "
    "rescuer paramedic eyewitness staffer assistant attaché attache speaker employee clerk baker cook guard butcher "
    "shepherd herder miner widow tailor mechanic electrician carpenter nun monk grandmother grandfather grandson "
    "granddaughter aunt niece nephew elder chieftain headman councillor councilor legislator dean rector headmaster "
    "headteacher interpreter translator porter gunman sniper deserter conscript recruit reservist labourer laborer "
    "pastor preacher vendor seller caretaker warden militiaman surgeon midwife pharmacist broker banker smuggler "
    "photographer blogger singer poet writer filmmaker artist archaeologist tribesman passenger motorist pensioner "
    "teenager instructor trainer lecturer academic accountant auditor firefighter fireman"
)
"""Nouns for people: a source whose noun is one of these and that has no name is unnamed."""

TITLES = _words(
    "mr mrs ms miss dr prof professor sen senator rep representative gov governor gen general lt lieutenant col "
    "colonel maj major capt captain adm admiral brig brigadier sgt sergeant cmdr commander president vice prime "
    "minister secretary chancellor king queen prince princess pope bishop rev reverend fr father sir lord lady dame "
    "sheikh shaikh sheik ayatollah grand imam mullah mufti judge justice chairman chairwoman chair speaker "
    "ambassador envoy director chief deputy mayor sheriff officer detective congressman congresswoman foreign "
    "defense defence interior leader supreme analyst expert researcher commissioner attorney crown emir sultan "
    "caliph maulana hojatoleslam hujjat spokesman spokeswoman spokesperson former acting then-president co-founder "
    "founder strategic political military"
)
"""Words set before a name that are no part of it, lower case and without full stops."""

MEDIA_WORDS = _words(
    "news times post tv television radio press agency journal daily herald tribune network gazette chronicle "
    "broadcasting newspaper magazine broadcaster media outlet channel wire paper website newsletter"
)
MEDIA_NAMES = frozenset(
    [
        "reuters",
        "ap",
        "afp",
        "cnn",
        "bbc",
        "nbc",
        "abc",
        "cbs",
        "npr",
        "msnbc",
        "nbcnews",
        "politico",
        "bloomberg",
        "alhurra",
        "aljazeera",
        "al-jazeera",
        "al-arabiya",
        "al-mayadeen",
        "al-manar",
        "al-masirah",
        "irna",
        "tasnim",
        "fars",
        "isna",
        "mehr",
        "tass",
        "ria",
        "interfax",
        "xinhua",
        "yonhap",
        "kyodo",
        "anadolu",
        "sana",
        "saba",
        "wafa",
        "rudaw",
        "kurdistan24",
        "shafaq",
        "rfa",
        "rfe/rl",
        "voa",
        "dw",
        "rt",
        "sputnik",
        "haaretz",
        "ynet",
        "axios",
        "breitbart",
        "vox",
        "slate",
        "salon",
        "buzzfeed",
        "guardian",
        "telegraph",
        "dawn",
        "irrawaddy",
        "mizzima",
        "myanmar-now",
        "suspilne",
        "ukrinform",
        "meduza",
        "efe",
        "ansa",
        "dpa",
        "pti",
        "ani",
        "middle-east-eye",
        "newsweek",
        "fortune",
        "forbes",
        "variety",
        "economist",
        "euronews",
        "france24",
        "rfi",
    ]
)
"""News media that go by one word; a relay is also known by `MEDIA_WORDS` or as the article's own outlet."""

PLATFORMS = frozenset(
    {"Telegram", "X", "Twitter", "Facebook", "WhatsApp", "YouTube", "TikTok", "Instagram", "VK", "VKontakte", "Signal",
     "Weibo", "WeChat", "Truth Social", "Bluesky", "Threads", "Snapchat", "LinkedIn", "Viber", "Zoom", "MarineTraffic",
     "Google Earth", "Google Maps", "Flightradar24", "Discord", "Reddit", "Rumble", "Mastodon", "Imo"}
)  # fmt: skip
"""Where words are posted; they say nothing themselves."""

ARMED_WORDS = _words(
    "army brigade brigades battalion front militia militias rebels resistance forces fighters liberation guerrilla "
    "insurgents mujahideen mujahedin faction factions hezbollah hizballah hizbullah hezbullah ansar kataib kata'ib "
    "katibat harakat liwa saraya asaib jaysh jaish jabhat jamaat jama'at taliban shabaab hamas jihad houthi houthis "
    "wagner qaeda qaida corps legion militants separatists paramilitaries paramilitary cartel faction insurgency "
    "fedayeen peshmerga guard guards squad column regiment isis isil"
)
"""Words in the names of armed groups, and nouns for them."""

GROUPS = _words("group movement force wing brigade cell outfit front battalion army organization organisation alliance")
"""Nouns that name armed groups and peaceful bodies alike; what stands before them tells which."""

ARMED_MODIFIERS = _words(
    "armed rebel militant insurgent islamist jihadist separatist militia terrorist guerrilla extremist paramilitary "
    "ethnic fighting resistance insurgency jihadi secessionist al-qaeda-linked is-linked self-defence self-defense"
)

BODIES: dict[VoiceKind, frozenset[str]] = {
    "government": _words(
        "government ministry administration army military police court parliament senate congress cabinet council "
        "presidency state embassy consulate pentagon kremlin navy authorities authority department bureau commission "
        "treasury junta regime coastguard prosecution prosecutors municipality intelligence-service house knesset "
        "majlis customs security command air-force mission envoyship office country nation committee agency forces "
        "service"
    ),
    "armed_group": _words(
        "militia faction rebel insurgent fighter militant separatist guerrilla gang cartel jihadist extremist "
        "terrorist paramilitary warlord"
    ),
    "company": _words(
        "company firm corporation manufacturer airline bank owner operator contractor shipper startup business carmaker"
    ),
    "media": _words(
        "newspaper broadcaster channel outlet media medium station magazine website network paper press wire site blog"
    ),
    "organization": _words(
        "organization organisation party union association federation foundation institute center centre think-tank "
        "ngo charity watchdog alliance coalition bloc campaign team university school hospital church society club "
        "league body panel committee agency office council mission community opposition group movement force wing "
        "brigade cell outfit front battalion unit organisations"
    ),
}
"""Heads of phrases for bodies that speak, by kind; the first kind that lists a word has it."""

DEMONYMS = _words(
    "afghan albanian algerian american angolan arab argentine armenian australian austrian azerbaijani bahraini "
    "bangladeshi belarusian belgian bosnian brazilian british bulgarian burkinabe burmese burundian cambodian "
    "cameroonian canadian chadian chechen chilean chinese colombian congolese croatian cuban cypriot czech danish "
    "dutch egyptian emirati english eritrean estonian ethiopian european filipino finnish french georgian german "
    "ghanaian greek guinean haitian hungarian indian indonesian iranian iraqi irish israeli italian ivorian japanese "
    "jewish jordanian kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz lao latvian lebanese liberian libyan "
    "lithuanian malagasy malaysian malian mauritanian mexican moldovan mongolian moroccan mozambican muslim myanmar "
    "nepali nigerian nigerien norwegian omani pakistani palestinian persian peruvian philippine polish portuguese "
    "qatari romanian russian rwandan saudi scottish senegalese serbian shia shiite sikh singaporean slovak slovenian "
    "somali spanish sudanese sunni swedish swiss syrian taiwanese tajik tamil tanzanian thai tunisian turkish "
    "turkmen ugandan ukrainian us u.s uk uzbek venezuelan vietnamese welsh western yemeni zambian zimbabwean foreign "
    "regional local international islamist rohingya sadrist independent baloch balochi pashtun tuareg houthi-run "
    "african asian latin christian catholic druze alawite yazidi"
)
"""Adjectives of nation, people and faith, lower case: they say where somebody is from, not for whom they speak."""

NUMBERS = _words(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundreds thousands several "
    "some many few both multiple numerous most all half other another"
)


_FIRST_PARTS = frozenset({"co", "deputy", "ex", "sub", "then", "under", "vice"})


def is_rank(word: str) -> bool:
    """True for a title, also one joined by a hyphen: "Lieutenant-Colonel", "Vice-Admiral", "Secretary-General"."""
    low = word.lower().strip(".")
    parts = low.split("-")
    return low in TITLES or (
        len(parts) > 1 and parts[-1] in TITLES and all(part in TITLES | _FIRST_PARTS for part in parts)
    )


def body_kind(word: str) -> VoiceKind | None:
    """What kind of body a common noun stands for, or None for other nouns. Expects a lower-case lemma."""
    return next((kind for kind, words in BODIES.items() if word in words), None)
