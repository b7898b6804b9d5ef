"""Names in an article: known ones, those the parser sees, and the short forms the article introduces itself."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from according.claims.name_shapes import GOVERNMENT, NAME, kind_by_words
from according.claims.page import Page
from according.claims.people import described_people, titled_people
from according.claims.voices.roles import ARMED_WORDS, DEMONYMS, PEOPLE, TITLES, is_rank
from according.claims.voices.titles import MEMBERS_OF, is_title, whole_titles
from according.records import Mention, Span
from according.vocabularies import MentionKind

__all__ = ["Names", "find_mentions", "introduced", "surname"]

_BRACKET = re.compile(r"\(\s*[\"“]?([A-Z][\w&.'’/-]{1,14})[\"”]?\s*\)")
_OR = re.compile(r",\s+(?:or|also known as|known as)\s+(?:the\s+)?([A-Z][\w.-]{1,14})(?=[,.;)\s])(?P<aside>,)?")
_ALIAS = re.compile(
    rf"(?P<full>{NAME.pattern}),? (?:who is |a man |is )?(?:(?:better|also|widely|commonly|more commonly) )?known "
    rf"(?:simply )?(?:as|by (?:his|her) (?:nom de guerre|alias)),? (?P<alias>{NAME.pattern})"
)
_NER_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "DATE": "date",
    "NORP": "organization",
}
_OPEN_END = re.compile(r"\s(?:in|of|for|and|at|from|the)$")
KNOWN = 100
"""Weight of a name that the lexicon knows: no count of parsed names reaches it."""
_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


def surname(name: str) -> str:
    """The part of a person's name that short forms repeat, folded: "Abdul Qader al-Nayel" → "nayel"."""
    last = _POSSESSIVE.sub("", name.split()[-1]) if name.split() else ""
    last = re.sub(r"^(?:al|el|ash|as|an|ad|at|az|ar|ul)[-–]", "", last.lower())
    return last.strip(".,\"“”'’")


def _plain(text: str) -> str:
    return _POSSESSIVE.sub("", _ARTICLES.sub("", text.strip().strip('"“”'))).strip('"“”').strip()


def introduced(text: str) -> dict[str, str]:
    """Short forms the text introduces itself, with what they stand for: `{"AA": "Arakan Army"}`."""
    found: dict[str, str] = {}
    for pattern in (_BRACKET, _OR):
        for match in pattern.finditer(text):
            short = match.group(1).rstrip(".")
            if short in found or short.isdigit():
                continue
            before = text[max(0, match.start() - 160) : match.start()].rstrip()
            aside = match.groupdict().get("aside") is not None
            if full := _expansion(before, short) or _foreign(before, short, aside):
                found[short] = full
    for match in _ALIAS.finditer(text):
        full, alias = (_plain(match[part]) for part in ("full", "alias"))
        words = full.split()
        while len(words) > 1 and is_rank(words[0]):
            words.pop(0)
        if len(words) > 1 and alias not in found and not set(alias.lower().split()) & set(full.lower().split()):
            found[alias] = " ".join(words)
    for match in re.finditer(r"(?<![\w-])[A-Z]{3,6}(?![\w-])", text):
        if match.group() not in found and (full := _initialled(text[: match.start()], match.group())) is not None:
            found[match.group()] = full
    return found


def _initialled(before: str, short: str) -> str | None:
    """The one name earlier in the text whose capitals are exactly these letters."""
    letters = r"\b" + r"[\w'’]*(?:[ -]| [–-] | (?:of|for|the|and|of the|for the) )".join(short) + r"[\w'’]*"
    names = {m.group() for m in re.finditer(letters, before[-6000:])}
    return names.pop() if len(names) == 1 else None


def _expansion(before: str, short: str) -> str | None:
    """The capitalised run that ends right before the bracket and whose initials or beginning the short form repeats."""
    line = before.rsplit("\n", 1)[-1]
    candidates = [m for m in NAME.finditer(line) if m.end() == len(line)]
    if not candidates:
        return None
    run = _plain(candidates[-1].group())
    words = run.split()
    letters = re.sub(r"[^A-Za-z]", "", short).lower()
    best: str | None = None
    for i in range(len(words)):
        tail = words[i:]
        significant = [w for w in tail if w[0].isupper() or "-" in w]
        initials = "".join(
            part[0] for w in significant for part in re.split(r"[-–]", w) if part and part[0].isalpha()
        ).lower()
        every = "".join(w[0] for w in tail).lower()
        plain = "".join(w[0] for w in significant).lower()
        if letters in {initials, every, plain} or _begins(letters, "".join(tail).lower()):
            best = " ".join(tail)
            break
        if (
            initials
            and letters.startswith(initials[:2])
            and _subsequence(letters, "".join(tail).lower())
            and best is None
            and i == 0
        ):
            best = " ".join(tail)
    if best is None and len(words) <= 5 and _subsequence(letters, run.lower()):
        best = run
    return _ARTICLES.sub("", best) if best and len(best) > len(short) else None


def _foreign(before: str, short: str, aside: bool) -> str | None:
    """The body in front of a short form from another language: "the National Liberation Army (ELN)", and of any
    short form between commas: "the Special Deterrence Force, or Rada, …"."""
    if not aside and not re.fullmatch(r"[A-Z][A-Z0-9-]{1,8}", short):
        return None
    runs = [m for m in NAME.finditer(before.rsplit("\n", 1)[-1]) if m.end() == len(before.rsplit("\n", 1)[-1])]
    name = _plain(runs[-1].group()) if runs else ""
    return name if is_title(name) else None


def _subsequence(letters: str, text: str) -> bool:
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


def _begins(letters: str, text: str) -> bool:
    return len(letters) >= 4 and text.startswith(letters)


class Names:
    """The names of one article: short and long forms brought together, with the kind of thing they name."""

    def __init__(self, page: Page, known: Sequence[Mention]) -> None:
        self.short = introduced(page.text)
        self._kinds: dict[str, MentionKind] = {}
        self._persons: dict[str, list[str]] = {}
        self._known = frozenset(m.name for m in known)
        self._plurals: dict[str, bool] = {}
        self._text = page.text
        self.mentions: tuple[Mention, ...] = ()
        self._starts: list[int] = []
        self._fill(page, known)

    def _fill(self, page: Page, known: Sequence[Mention]) -> None:
        kinds: dict[str, Counter[MentionKind]] = {}
        raw: list[tuple[Span, str, MentionKind, str]] = []
        titles = whole_titles(page.text, known, self.short)
        armed = {m.span.start for m in known if m.kind == "armed_group"}  # "Islamic State in the Greater Sahara"
        known = [m for m in known if not any(m.span.within(t) for t in titles)]
        for span in titles:
            name = _plain(span.of(page.text))
            kind = kind_by_words(name) or ("armed_group" if span.start in armed else "organization")
            raw.append((span, self.short.get(name, name), kind, "rule"))
            kinds.setdefault(name, Counter())[raw[-1][2]] += 6
        taken = [*(m.span for m in known), *titles]
        for mention in known:
            raw.append((mention.span, mention.name, mention.kind, mention.why))
            kinds.setdefault(mention.name, Counter())[mention.kind] += KNOWN
        people = dict.fromkeys([*titled_people(page.text), *described_people(page)])
        titled: list[tuple[Span, MentionKind, str]] = [(span, "person", "rule") for span in people]
        for span, kind, why in [*titled, *_parsed(page)]:
            if any(span.overlaps(t) for t in taken):
                continue
            name = _plain(span.of(page.text))
            if not name or (kind != "date" and not any(c.isupper() for c in name)):
                continue
            name = self.short.get(name, name)
            if kind == "organization" and len(name.split()) == 1 and (plural := self.plural(name)) is not None:
                name = plural
            if kind != "date":
                kinds.setdefault(name, Counter())[kind] += 3 if why == "rule" else 1
            raw.append((span, name, kind, why))
            taken.append(span)
        for short, full in self.short.items():
            seen = kinds.setdefault(full, Counter())
            kind = "person" if seen["person"] > seen["organization"] else "organization"
            for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", page.text):
                span = Span(match.start(), match.end())
                if not any(span.overlaps(t) for t in taken):
                    raw.append((span, full, kind, "introduced"))
                    taken.append(span)
            for match in re.finditer(re.escape(full), page.text):
                span = Span(match.start(), match.end())
                if not any(span.overlaps(t) for t in taken):
                    raw.append((span, full, kind, "introduced"))
                    taken.append(span)
                    seen[kind] += 2
            seen[kind] += 1
        for name, counts in kinds.items():
            self._kinds[name] = _kind(name, counts)
        for name in kinds:
            if self._kinds[name] == "person" and len(name.split()) > 1:
                self._persons.setdefault(surname(name), []).append(name)
        done = []
        for span, name, kind, why in raw:
            full = name if kind == "date" else self.full(name)
            done.append(
                Mention(span, kind if kind == "date" else self.kind(full) or kind, span.of(page.text), full, why)
            )
        self.mentions = tuple(sorted(done, key=lambda m: m.span))
        self._starts = [m.span.start for m in self.mentions]

    def inside(self, span: Span) -> list[Mention]:
        """Mentions that lie within the span, in text order."""
        at = bisect_left(self._starts, span.start)
        found = []
        for mention in self.mentions[at:]:
            if mention.span.start >= span.end:
                break
            if mention.span.end <= span.end:
                found.append(mention)
        return found

    def plural(self, word: str) -> str | None:
        """The plural by which the article calls the people of that word ("Houthi" → "Houthis"), if it does."""
        plural = word + "s"
        if plural not in self._plurals:
            self._plurals[plural] = re.search(rf"\b{re.escape(plural)}\b", self._text) is not None
        return plural if self._plurals[plural] and word.lower() not in DEMONYMS else None

    def kind(self, name: str) -> MentionKind | None:
        """What the name names, by the article's own evidence; None for a name not seen."""
        return self._kinds.get(name)

    def _never_a_place(self, name: str) -> bool:
        """True when the parser alone takes this for a place and the article never says "in" or "from" it."""
        if name in self._known:
            return False
        before = r"(?:in|(?<!quote )from|(?<!according )to|near|across|into|inside|of|at|around|over)"
        where = rf"\b{before}\s+{re.escape(name)}\b"
        return re.search(where, self._text, re.IGNORECASE) is None

    def is_known(self, name: str) -> bool:
        """True for a name that the lexicon knows."""
        return name in self._known

    def add_person(self, name: str) -> None:
        """Note that this name is a person's, known from the words round it."""
        self._kinds[name] = "person"
        if len(name.split()) > 1 and name not in self._persons.setdefault(surname(name), []):
            self._persons[surname(name)].append(name)

    def persons(self, name: str) -> list[str]:
        """Full names of persons of whom this may be the short form."""
        return self._persons.get(surname(name), [])

    def _bearers(self, name: str) -> list[str]:
        """Persons who are called by a name in the middle of theirs: "Makuei" for Michael Makuei Lueth."""
        names = {one for persons in self._persons.values() for one in persons if name in one.split()[:-1]}
        return sorted(names) if self._kinds.get(name) in (None, "person") else []

    def full(self, name: str) -> str:
        """The fullest form the article uses; the name itself when there is none, or more than one."""
        if name in self.short:
            return self.short[name]
        if len(name.split()) == 1 and self._kinds.get(name) in {None, "person", "organization", "place"}:
            full = self.persons(name) or self._bearers(name)
            if len(full) == 1 and (self._kinds.get(name) != "place" or self._never_a_place(name)):
                return full[0]
        return name


def _kind(name: str, counts: Counter[MentionKind]) -> MentionKind:
    top: MentionKind = max(counts, key=lambda k: (counts[k], k))
    if counts[top] >= KNOWN:
        return top
    words = {w.lower().strip("\"“”'’.,") for w in re.split(r"[\s-]+", name)}
    by_words = kind_by_words(name)
    by_parser = top == "person" and len(name.split()) > 1 and (by_words != "media" or counts[top] > 2)
    if by_parser and not (words & ARMED_WORDS) and not GOVERNMENT.search(name):
        return "person"
    if by_words is not None and not (top == "place" and by_words == "armed_group" and " " in name):
        return by_words
    return top


def _parsed(page: Page) -> Iterable[tuple[Span, MentionKind, str]]:
    for ent in page.doc.ents:
        kind = _NER_KINDS.get(ent.label_)
        text = ent.text
        if kind is None or "\n" in text or not text.strip():
            continue
        start, end = ent.start_char, ent.end_char
        if kind != "date" and re.search(r"\bfrom $", page.text[:start]) and text.count(" to ") == 1:
            first = text.index(" to ")  # "moved from Tine to Abeche"
            yield Span(start, start + first), "place", "ner"
            start, kind = start + first + 4, "place"
        lead = re.match(r"(?:the|a|an)\s+", page.text[start:end], re.IGNORECASE)
        if lead:
            start += lead.end()
        if _OPEN_END.search(text):
            behind = NAME.match(page.text, end + 1)
            end = behind.end() if behind is not None and page.text[end] == " " else end - len(text.split()[-1]) - 1
        tail = re.search(r"['’]s?$", text)
        if tail:
            end -= len(tail.group())
        if start >= end:
            continue
        if kind != "date" and (of := MEMBERS_OF.match(page.text, start)) is not None and of.end() < end:
            start = of.end()
        if kind == "person":
            start = _forename(page, ent.start, start)
            words = page.text[start:end].split()
            while len(words) > 1 and (is_rank(words[0]) or words[0].lower() in PEOPLE):
                start += page.text[start:end].index(words[1], len(words[0]))
                words = page.text[start:end].split()
        if ent.label_ == "NORP":
            word = page.text[start:end].lower()
            if not word.endswith("s") or len(word) <= 4 or word[:-1] in DEMONYMS or word in DEMONYMS:
                continue
        yield Span(start, end), kind, "ner"


def _forename(page: Page, first: int, start: int) -> int:
    """Where a person's name begins when the parser left out the word that opens the sentence."""
    if not first or page.doc[first].idx != start:
        return start
    token = page.doc[first - 1]
    word = token.text.lower()
    plain = token.is_sent_start and token.whitespace_ and token.pos_ == "PROPN" and token.text.istitle()
    if not plain or word in PEOPLE | TITLES | DEMONYMS | ARMED_WORDS or GOVERNMENT.search(token.text):
        return start
    return int(token.idx)


def find_mentions(page: Page, known: Sequence[Mention]) -> Names:
    """The names of the page; `known` come from the lexicon and outrank what the parser sees."""
    return Names(page, known)
