"""Files that break readers: bombs, loops, entities, lies. Each with what the person is told."""

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

from reading import samples
from reading.containers import write_doc, write_ole
from reading.samples import (
    W,
    docx,
    docx_of,
    html_page,
    jsonl,
    ofd,
    pack,
    paragraph,
    pdf,
    rss,
    xlsx,
    xlsx_of,
)

ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "青禾青禾青禾青禾">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "{}">]>'


def bomb(name: str, size: int = 120 << 20, extra: dict[str, str] | None = None) -> bytes:
    """A container with one member of `size` blanks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for other, data in (extra or {}).items():
            archive.writestr(other, data)
        with archive.open(name, "w", force_zip64=True) as member:
            for _ in range(size >> 20):
                member.write(b" " * (1 << 20))
    return out.getvalue()


def lying_directory() -> bytes:
    """A .docx whose directory says that the body has 100 bytes."""
    data = bytearray(docx())
    at = data.find(b"PK\1\2")
    while at >= 0:
        if b"word/document.xml" in data[at : at + 80]:
            data[at + 24 : at + 28] = struct.pack("<I", 100)
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


def nested_archives(depth: int) -> bytes:
    data = pack({"底.txt": "最里面的一份材料，写着今年的底数。"})
    for level in range(depth):
        data = pack({f"第{level}层.zip": data})
    return data


def encrypted_archive() -> bytes:
    data = bytearray(pack({"内.txt": "密"}))
    data[6] |= 1
    at = data.find(b"PK\1\2")
    data[at + 8] |= 1
    return bytes(data)


def overlapping_archive(count: int = 1500) -> bytes:
    """Many directory entries that all point to the same member (a bomb without nesting)."""
    single = pack({"a.txt": "青" * 200_000})
    at = single.find(b"PK\1\2")
    end = single.find(b"PK\5\6")
    entries = b""
    for number in range(count):
        entry = bytearray(single[at:end])
        entries += bytes(entry).replace(b"a.txt", f"{number:05d}".encode())
    tail = bytearray(single[end:])
    tail[8:12] = struct.pack("<HH", count, count)
    tail[12:20] = struct.pack("<II", len(entries), at)
    return single[:at] + entries + bytes(tail)


def pdf_objects(objects: list[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (extra, len(data), data)


def self_calling_pdf() -> bytes:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
    return pdf_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
            stream(b"/F Do"),
            stream(b"/F Do /F Do", form),
        ]
    )


def pdf_with_stream(data: bytes) -> bytes:
    return pdf_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
            stream(data, b"/Filter/FlateDecode"),
        ]
    )


def huge_stream_pdf() -> bytes:
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b"0 0 m\n" * 174_763) for _ in range(700)) + packer.flush()
    return pdf_with_stream(data)


def empty_pdf() -> bytes:
    return pdf_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])


def page_loop_pdf() -> bytes:
    return pdf_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000>>"])


def locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("geheim", canPrint=0), invariant=1)
    canvas.drawString(72, 700, "locked")
    canvas.save()
    return out.getvalue()


def scanned_pdf() -> bytes:
    return pdf_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
            stream(b"q 99 0 0 99 0 0 cm /I Do Q"),
            stream(bytes(64), b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"),
        ]
    )


def far_cells_xlsx() -> bytes:
    """A sheet whose only cells are the first and the very last, XFD1048576."""
    data = xlsx_of({"表": [("头",)]})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/worksheets/sheet1.xml"] = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        b"</sheetData></worksheet>"
    )
    return pack(members)


def docx_with(prolog: str, inside: str = "") -> bytes:
    body = f"<w:p><w:r><w:t>好的文字{inside}</w:t></w:r></w:p>"
    return pack(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<?xml version="1.0"?>{prolog}<w:document {W}><w:body>{body}</w:body></w:document>',
        }
    )


# name -> (bytes, part of the sentence; empty when the file must be read, None when either will do)
KILLERS: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "empty": (lambda: b"", "空文件"),
    "blank": (lambda: b" \r\n\t \n", "空文件"),
    "only-bom": (lambda: b"\xef\xbb\xbf", "空文件"),
    "zeros": (lambda: bytes(5000), "空文件"),
    "random": (lambda: bytes((i * 7919 + i // 3 * 31) % 251 for i in range(60_000)), "不是文本"),
    "control-characters": (lambda: b"\x01\x02\x03" * 999, "不是文本"),
    "docx-bomb": (lambda: bomb("word/document.xml"), "解压后超过100MB"),
    "docx-ratio": (lambda: bomb("word/document.xml", 90 << 20), "压缩炸弹"),
    "xlsx-bomb": (lambda: bomb("xl/worksheets/sheet1.xml", 90 << 20, {"xl/workbook.xml": "<w/>"}), "压缩炸弹"),
    "ofd-bomb": (lambda: bomb("OFD.xml", 90 << 20), "压缩炸弹"),
    "gz-bomb": (lambda: gzip.compress(bytes(150 << 20), 1, mtime=0), "压缩炸弹"),
    "lying-directory": (lying_directory, "损坏"),
    "nested-archives": (lambda: nested_archives(6), "套压缩包"),
    "many-members": (lambda: pack({f"{n}.txt": "材料" for n in range(2001)}), "超过2000个"),
    "overlapping": (overlapping_archive, "解压后超过"),
    "encrypted-zip": (encrypted_archive, "密码"),
    "truncated-docx": (lambda: docx()[:-200], "压缩结构损坏"),
    "truncated-pdf": (lambda: pdf()[:700], "PDF文件损坏"),
    "entity-bomb": (lambda: docx_with(ENTITIES, "&j;"), ""),
    "entity-file": (lambda: docx_with(OUTSIDE.format("file:///etc/passwd"), "&x;"), ""),
    "entity-http": (lambda: docx_with(OUTSIDE.format("http://127.0.0.1:9/x"), "&x;"), ""),
    "outside-dtd": (lambda: docx_with('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'), ""),
    "rss-entity": (
        lambda: (
            rss()
            .replace(b"?><rss", b"?>" + OUTSIDE.format("file:///etc/passwd").encode() + b"<rss")
            .replace(b"<title>\xe9", b"<title>&x;\xe9")
        ),
        "",
    ),
    "html-entity": (
        lambda: OUTSIDE.format("file:///etc/passwd").replace("DOCTYPE d", "DOCTYPE html").encode() + html_page(),
        "",
    ),
    "entity-among-relations": (  # found by the fuzzer
        lambda: pack(
            {"_rels/.rels": "<r>&x;<Relationship/></r>", "word/document.xml": f"<d {W}>{paragraph('文')}</d>"}
        ),
        "",
    ),
    "charset-with-nul": (  # found by the fuzzer
        lambda: samples.mht().replace(b'charset="gb2312"', b'charset="gb\0"'),
        "",
    ),
    "html-named-doc": (html_page, ""),
    "deep-html": (
        lambda: b"<html><body>" + b"<div>" * 10_000 + "最里面的一句话，数量是42件。".encode() + b"</div>" * 10_000,
        None,
    ),
    "deep-docx": (lambda: docx_of("<w:sdt>" * 9000 + paragraph("深") + "</w:sdt>" * 9000), None),
    "deep-json": (lambda: b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n" + jsonl(), None),
    "deep-rtf": (lambda: rb"{\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000, "嵌套过深"),
    "many-nodes": (lambda: b"<html><body>" + b"<b>x</b>" * 1_600_000, "过于庞大"),
    "self-calling-pdf": (self_calling_pdf, "已停止"),
    "huge-stream-pdf": (huge_stream_pdf, None),
    "empty-pdf": (empty_pdf, "一页也没有"),
    "page-loop-pdf": (page_loop_pdf, None),
    "locked-pdf": (locked_pdf, "密码"),
    "scanned-pdf": (scanned_pdf, "topicmine[ocr]"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "topicmine[ocr]"),
    "far-cells": (far_cells_xlsx, "空白行列"),
    "broken-xlsx": (lambda: xlsx()[:3000] + bytes(500) + xlsx()[3500:], None),
    "locked-docx": (lambda: write_ole({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "密码"),
    "locked-doc": (lambda: write_doc("密", flags=0x300), "密码"),
    "word-95": (lambda: write_doc("旧", version=0x65), "Word 95"),
    "junk-ole": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "损坏"),
    "rar": (lambda: b"Rar!\x1a\x07\x01\x00" + bytes(99), "RAR"),
    "program": (lambda: b"MZ" + bytes(999), "程序文件"),
    "json-array-named-html": (lambda: json.dumps([1, 2]).encode(), ""),
    "broken-ofd": (lambda: ofd()[: len(ofd()) // 2], "压缩结构损坏"),
    "two-dashes": (lambda: "……——。，；".encode(), ""),
    "one-long-line": (lambda: ("集市上有一台公平秤，" * 20_000).encode(), ""),
    "hostile-punctuation": (lambda: ("（" * 100_000 + "." * 100_000 + "9" * 5000 + "：" * 100_000).encode(), ""),
    "wide-and-deep-html": (
        lambda: b"<html><body>" + b'<div id="zoom" class="nav">' * 240 + "<p>青禾，县。</p>".encode() * 150_000,
        "",
    ),
    "scripts-and-tails": (lambda: b"<html><body>" + b"<script></script>x" * 200_000 + "<p>青禾县。</p>".encode(), ""),
    "links-everywhere": (lambda: b"<html><body>" + "<div><a>青</a>，</div>".encode() * 100_000, None),
    "nested-items": (lambda: b"<rss><channel>" + b"<item><title>x</title>" * 200 + b"y" * 500_000, None),
    "many-columns": (lambda: (",".join(f"列{n}" for n in range(300_000)) + "\n").encode() * 2, None),
    "many-brackets": (lambda: b"# x\n" + b"[" * 300_000 + b"*" * 300_000 + b"`" * 300_000, ""),
    "comments": (lambda: b"<!---->" * 100_000, None),
    "many-parts": (
        lambda: (
            b"From: a\nSubject: b\nMIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 3000
        ),
        "嵌套",
    ),
    "long-header": (lambda: b"From: a\nSubject: " + b"=?utf-8?q?" * 100_000 + b"\n\ntext\n", ""),
    "no-article": (lambda: html_page("<p> </p>").replace(b"2026-03-20", b"")[:900], None),
}
