# ruff: noqa: E501 - long lines are the sample texts
"""One sample of every format, made of the texts in texts.py."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from typing import Any

from reading.containers import write_doc, write_xls
from reading.texts import (
    BODY,
    COMPLAINT_HEAD,
    COMPLAINTS,
    DAY,
    PARAGRAPHS,
    SALUTATION,
    TITLE,
    UNIT,
    WHOLE,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def pack(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip container with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A Word paragraph."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def docx_of(body: str, extra: dict[str, str] | None = None) -> bytes:
    """A .docx with this body markup and these further parts."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'
    return pack(
        {"[Content_Types].xml": "<Types/>", "_rels/.rels": RELS, "word/document.xml": document, **(extra or {})}
    )


def docx() -> bytes:
    return docx_of("".join(paragraph(line) for line in WHOLE.split("\n")))


def doc() -> bytes:
    return write_doc(WHOLE)


def rtf() -> bytes:
    def spelt(char: str) -> str:
        if char in "\\{}":
            return "\\" + char
        if char.isascii():
            return char
        try:
            return "".join(f"\\'{byte:02x}" for byte in char.encode("gbk"))
        except UnicodeEncodeError:
            number = ord(char)
            return f"\\u{number - 65536 if number > 32767 else number}?"

    body = "".join("".join(map(spelt, line)) + "\\par\r\n" for line in WHOLE.split("\n"))
    head = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}}{\info{\title x}}\pard\f0 "
    return (head + body + "}").encode("ascii")


def html_page(body: str = "", head: str = "", encoding: str = "utf-8", declared: str = "") -> bytes:
    """A saved page of a county portal: navigation, article, side column and footer."""
    article = body or "".join(f"<p>　　{escape(line)}</p>" for line in (SALUTATION, *PARAGRAPHS, UNIT, DAY))
    links = "".join(f'<li><a href="/{n}.html">栏目导航之第{n}项内容</a></li>' for n in range(14))
    page = f"""<!DOCTYPE html><html><head><meta charset="{declared or encoding}"><title>{TITLE}_青禾县人民政府</title>{head}</head>
<body><div class="header"><ul class="nav">{links}</ul></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; 工作动态</div>
<div class="main"><div class="article"><h1>{TITLE}</h1><div class="info">发布时间：2026-03-20 来源：青禾县市场监督管理局
<span>【字号：大 中 小】</span></div><div class="content">{article}</div></div>
<div class="sidebar"><h3>相关链接</h3><ul>{links}</ul></div></div><div class="footer">版权所有：青禾县人民政府 备案0000000</div></body></html>"""
    return page.encode(encoding)


def html() -> bytes:
    return html_page()


def mht() -> bytes:
    import quopri

    page = quopri.encodestring(html_page(encoding="gb18030", declared="gb2312")).decode("ascii")
    return (
        "From: <Saved by a browser>\r\nSubject: page\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n------b\r\n'
        f'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n'
        "------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--\r\n"
    ).encode("ascii")


def eml() -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "office@example.invalid"
    message["To"] = "city@example.invalid"
    message["Date"] = "Wed, 18 Mar 2026 09:30:00 +0800"
    message.set_content("\n".join((SALUTATION, BODY, UNIT, DAY)), charset="utf-8")
    return message.as_bytes()


def rss() -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>青禾日报</title>
<item><title>{TITLE}</title><link>http://example.invalid/1</link><pubDate>Fri, 20 Mar 2026 08:00:00 +0800</pubDate>
<description><![CDATA[{"".join(f"<p>{line}</p>" for line in (SALUTATION, *PARAGRAPHS, UNIT, DAY))}]]></description></item>
<item><title>青禾县开展春茶过秤服务</title><guid>g-2</guid><pubDate>2026年6月12日 09:31</pubDate>
<description>县里在三个茶市各设一台公平秤，供茶农免费复秤。</description></item></channel></rss>""".encode()


def ofd_of(pages: list[list[str]]) -> bytes:
    """An OFD container with these lines on these pages."""
    ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    root = f"<ofd:OFD {ns}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/P{n}.xml"/>' for n in range(len(pages)))
    members: dict[str, bytes | str] = {
        "OFD.xml": root,
        "Doc_0/Document.xml": f"<ofd:Document {ns}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, lines in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject ID="{i}" Boundary="20 {20 + 8 * i} 170 6"><ofd:TextCode X="0" Y="5">{escape(line)}'
            "</ofd:TextCode></ofd:TextObject>"
            for i, line in enumerate(lines)
        )
        members[f"Doc_0/Pages/P{number}.xml"] = f"<ofd:Page {ns}><ofd:Content>{objects}</ofd:Content></ofd:Page>"
    return pack(members)


def wrapped(text: str, width: int = 32) -> list[str]:
    """The lines of a page of that many characters a line."""
    return [line[i : i + width] for line in text.split("\n") for i in range(0, len(line), width)]


def ofd() -> bytes:
    lines = wrapped(WHOLE)
    return ofd_of([lines[:12], lines[12:]])


def pdf_of(pages: list[list[str]], font: str = "") -> bytes:
    """A PDF with these lines on these pages; without a font file the reader's own Song face."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    for lines in pages:
        canvas.setFont("STSong-Light", 12)
        for number, line in enumerate(lines):
            canvas.drawString(72, 770 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def rendered(data: bytes, dpi: int) -> list[Any]:
    """The pages of a PDF as somewhat skewed, blurred grey pictures, as a scanner gives them."""
    import pypdfium2
    from PIL import Image, ImageFilter

    with pypdfium2.PdfDocument(data) as document:
        pages = [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
    turned = [page.rotate(0.6, fillcolor=255, resample=Image.Resampling.BICUBIC) for page in pages]
    return [page.filter(ImageFilter.GaussianBlur(0.5)).convert("RGB") for page in turned]


def pdf() -> bytes:
    lines = wrapped(WHOLE)
    return pdf_of([lines[:14], lines[14:]])


def xlsx_of(sheets: dict[str, list[tuple[object, ...]]]) -> bytes:
    """A workbook with these sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    return xlsx_of({"投诉": [("青禾县2026年投诉登记表",), COMPLAINT_HEAD, *COMPLAINTS]})


def xls() -> bytes:
    return write_xls([COMPLAINT_HEAD, *COMPLAINTS])


def ods() -> bytes:
    ns = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in (COMPLAINT_HEAD, *COMPLAINTS)
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {ns}><office:body><office:spreadsheet>'
        f'<table:table table:name="投诉">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        "</manifest:manifest>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return pack({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}, zipfile.ZIP_STORED)


def csv_text(delimiter: str = ",") -> str:
    return "\r\n".join(delimiter.join(row) for row in (COMPLAINT_HEAD, *COMPLAINTS)) + "\r\n"


def csv() -> bytes:
    return csv_text().encode("gb18030")


def sheetxml() -> bytes:
    rows = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{escape(c)}</Data></Cell>' for c in row) + "</Row>"
        for row in (COMPLAINT_HEAD, *COMPLAINTS)
    )
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="投诉"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def wordxml() -> bytes:
    body = "".join(paragraph(line) for line in WHOLE.split("\n"))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        f"{body}</w:body></w:wordDocument>"
    ).encode()


def html_table() -> bytes:
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in (COMPLAINT_HEAD, *COMPLAINTS)
    )
    return f'<html><head><meta charset="gbk"></head><body><table>{rows}</table></body></html>'.encode("gb18030")


def md() -> bytes:
    lines = [f"# {TITLE}", SALUTATION, *PARAGRAPHS, UNIT, DAY]
    return "\n\n".join(f"**{line}**" if line.startswith("一、") else line for line in lines).encode()


def jsonl() -> bytes:
    row = {"id": "a-1", "title": TITLE, "text": BODY, "date": "2026-03-18", "unit": UNIT, "source": "work_report"}
    return (json.dumps(row, ensure_ascii=False) + "\n").encode()


def jsonl_gz() -> bytes:
    return gzip.compress(jsonl(), mtime=0)


def archive() -> bytes:
    return pack({"收文/报告.docx": docx(), "收文/说明.txt": WHOLE.encode("gb18030")})


TEXTS: dict[str, Callable[[], bytes]] = {
    "txt": lambda: WHOLE.encode(),
    "txt-bom": lambda: WHOLE.encode("utf-8-sig"),
    "txt-gb18030": lambda: WHOLE.encode("gb18030"),
    "txt-utf16": lambda: WHOLE.encode("utf-16"),
    "txt-utf16le": lambda: WHOLE.encode("utf-16-le"),
    "txt-utf16be": lambda: WHOLE.encode("utf-16-be"),
    "txt-wrapped": lambda: "\n".join(wrapped(WHOLE, 30)).encode(),
    "md": md,
    "html": html,
    "html-gb2312": lambda: html_page(encoding="gb18030", declared="gb2312"),
    "html-early-end": lambda: html_page().replace(b'<div class="content">', b'</body></html><div class="content">'),
    "mht": mht,
    "docx": docx,
    "wordxml": wordxml,
    "doc": doc,
    "rtf": rtf,
    "pdf": pdf,
    "ofd": ofd,
    "eml": eml,
    "rss": rss,
    "jsonl": jsonl,
    "jsonl-gz": jsonl_gz,
    "zip": archive,
}
TABLES: dict[str, Callable[[], bytes]] = {
    "xlsx": xlsx,
    "xls": xls,
    "ods": ods,
    "csv": csv,
    "csv-tab": lambda: csv_text("\t").encode("utf-16"),
    "csv-semicolon": lambda: csv_text(";").encode("utf-8-sig"),
    "sheetxml": sheetxml,
    "html-table": html_table,
}
