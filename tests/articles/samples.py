"""Small inputs of every format, made on the spot: pages, PDFs, archives and feeds written for the tests."""

import io
import zipfile
from datetime import UTC, datetime

REPORT = (
    "Army denies losing the border post\n"
    "By Jane Doe and John Roe\n"
    "Published: 17 June 2025\n"
    "\n"
    "TARANDA (Example News) - The army denied on Tuesday that it had lost the border post at Velm.\n"
    "\n"
    '"Our soldiers are still there," spokesman Idris Kole told reporters.\n'
    "\n"
    "Residents said fighters had raised a flag over the post. The claim could not be verified.\n"
)

BODY = (
    "<p>TARANDA (Wire Agency) - The army denied on Tuesday that it had lost the border post at Velm, "
    "saying that its soldiers had never left the place.</p>"
    "<p>&ldquo;Our soldiers are still there,&rdquo; spokesman Idris Kole told reporters in the capital. "
    "He added that the reports were an invention of the other side.</p>"
    "<p>Residents said that fighters had raised a flag over the post. The claim could not be verified.</p>"
)


def page(body: str = BODY, *, head: str = "", title: str = "Army denies losing the border post") -> bytes:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Example Times</title>'
        f"{head}</head>"
        '<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<article><h1>{title}</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def menu() -> bytes:
    links = "".join(f'<div><a href="/{n}">Headline number {n} about the world</a></div>' for n in range(60))
    return f"<!doctype html><html><head><title>News</title></head><body>{links}</body></html>".encode()


def cookie_wall() -> bytes:
    return page(
        "<p>We use cookies and similar methods to recognise visitors and remember their preferences.</p>"
        "<p>Accept all cookies to continue, or change your cookie settings in your browser at any time.</p>",
        title="Before you continue",
    )


def pdf(lines: list[str], *, pages: int = 1, encrypted: bool = False) -> bytes:
    """A PDF with these lines on every page, set in 11 point Helvetica."""
    shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 72 760 Td {shown} ET".encode("latin-1") if lines else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{'4 0 R ' * pages}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
        b"/Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    trailer = b""
    if encrypted:
        key = b"<" + b"41" * 32 + b">"
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /O " + key + b" /U " + key + b" /P -4 >>")
        trailer = b" /Encrypt 6 0 R /ID [<00112233><00112233>]"
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start))
    return out.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def warc(pages: dict[str, tuple[str, str, bytes]], *, packed: bool = True) -> bytes:
    """A WARC of {address: (status, content type, body)}."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    when = datetime(2025, 6, 18, 7, 0, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for address, (status, content_type, body) in pages.items():
        headers = StatusAndHeaders(status, [("Content-Type", content_type)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": when},
            )
        )
    return out.getvalue()


def zipped(members: dict[str, bytes], *, locked: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    data = out.getvalue()
    if locked:  # set the encryption bit in the local header and in the directory
        local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
        raw = bytearray(data)
        raw[local + 6] |= 1
        raw[central + 8] |= 1
        data = bytes(raw)
    return data


def feed(entries: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Example Times</title><link>https://times.example/</link>{entries}</channel></rss>"
    ).encode()
