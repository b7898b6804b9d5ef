"""Bytes in the encodings news files come in."""

import codecs

import pytest

from according.articles.decoding import decode
from according.errors import ArticleError

FRENCH = (
    "L’armée a démenti mardi avoir perdu le poste frontière. « Nos soldats y sont », a déclaré son porte-parole.\n" * 3
)
ARABIC = "نفى الجيش يوم الثلاثاء أن يكون قد خسر الموقع الحدودي، وقال متحدث باسمه إن الجنود ما زالوا هناك.\n" * 3
RUSSIAN = "Армия во вторник опровергла сообщения о потере пограничного поста, сообщил представитель ведомства.\n" * 3
POLISH = "Wojsko zaprzeczyło we wtorek, że straciło posterunek. Żołnierze wciąż tam są, powiedział rzecznik.\n" * 3
CHINESE = "军方周二否认失去边境哨所。发言人对记者说，士兵们仍在那里，有关消息是对方捏造的。\n" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "cp1252"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (ARABIC, "utf-8"),
        (ARABIC, "cp1256"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (POLISH, "cp1250"),
        (CHINESE, "gb18030"),
    ],
)
def test_encodings_survive(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks_decide_and_go(mark: bytes, encoding: str) -> None:
    assert decode(mark + ARABIC.encode(encoding)) == ARABIC


def test_declared_charset_comes_before_detection() -> None:
    assert decode("Łódź".encode("cp1250"), "windows-1250") == "Łódź"
    assert decode("naïve".encode(), "no-such-charset") == "naïve"


def test_newlines_become_one_kind_and_controls_keep_their_place() -> None:
    assert decode(b"one\r\ntwo\rthree\nfo\x00ur\x0b!" + b" text" * 200).startswith("one\ntwo\nthree\nfo ur !")


def test_binary_is_refused() -> None:
    with pytest.raises(ArticleError) as raised:
        decode(bytes(range(256)) * 8)
    assert raised.value.kind == "binary"
