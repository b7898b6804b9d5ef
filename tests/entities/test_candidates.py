"""Names of different articles that may be one."""

import random
import time

from according.entities.candidates import Named, propose


def pairs(*names: Named) -> set[tuple[str, str]]:
    return {(c.a, c.b) for c in propose(names)}


def test_spellings_initials_and_last_names_are_proposed_with_reasons() -> None:
    names = [
        Named("1", "Kataib Hezbollah", "armed_group"),
        Named("2", "Kata'ib Hizballah", "armed_group"),
        Named("3", "Arakan Army", "armed_group"),
        Named("4", "AA", "organization"),
        Named("5", "Abdul Qader al-Nayel", "person"),
        Named("6", "al-Nayel", "person"),
        Named("7", "Badr Organization", "armed_group"),
    ]
    found = propose(names)
    assert {(c.a, c.b) for c in found} == {("1", "2"), ("3", "4"), ("5", "6")}
    assert all(c.why and 0 < c.score <= 1 for c in found)
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


def test_numbers_and_kinds_keep_names_apart() -> None:
    assert not pairs(Named("1", "Brigade 30", "armed_group"), Named("2", "Brigade 31", "armed_group"))
    assert not pairs(Named("1", "Mosul", "place"), Named("2", "Mosul", "armed_group"))
    assert not pairs(Named("1", "Hassan Ali", "person"), Named("2", "Ali Hassan Brigade", "armed_group"))


def test_order_of_input_does_not_matter() -> None:
    names = [
        Named(str(i), n, "armed_group")
        for i, n in enumerate(["Liwa al-Tafuf", "Liwa al-Tufuf", "Liwa Tafuf", "Ansar Allah", "Ansarallah"])
    ]
    assert propose(names) == propose(names[::-1])


def test_thousands_of_names_stay_quick() -> None:
    random.seed(3)
    syllables = ["ba", "ko", "ri", "mel", "tan", "ous", "fe", "gal", "dun", "sar", "wi", "xo", "pel", "nar"]
    names = [
        Named(str(i), " ".join("".join(random.choices(syllables, k=3)).title() for _ in range(2)), "armed_group")
        for i in range(4_000)
    ]
    start = time.process_time()
    propose(names, limit=50)
    assert time.process_time() - start < 10
