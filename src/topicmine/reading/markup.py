"""XML and HTML to trees: no entities, no network, and no more nodes than the limits allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from topicmine.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_BROKEN = "内部结构损坏，读不出内容；请用原来的软件打开，另存一份再读"
_TOO_DEEP = "内部层层嵌套过深，没有读取；文件可能损坏或有意构造，请用原来的软件另存一份再读"
_CLOSING = re.compile(r"(?i)</(?:body|html)\s*>")
_PROLOG = re.compile(r"(?i)^\s*<\?xml[^>]{0,200}>")


def _check_size(nodes: int, limit: int) -> None:
    if nodes > limit:
        raise ReadError(f"内部结构过于庞大（标记超过{limit // 10000}万个），没有读取；请拆分成几个文件再读")


def parse_xml(data: bytes, nodes: int, notes: list[str] | None = None) -> _Element:
    """The root of `data`. Entities are neither expanded nor fetched; damage is repaired and said in `notes`.

    Raises:
        ReadError: more than `nodes` tags and attributes, or nothing left after the repair.
    """
    from lxml import etree

    _check_size(data.count(b"<") + data.count(b"="), nodes)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(_BROKEN) from error
    if root is None:
        raise ReadError(_BROKEN)
    if any("depth" in error.message for error in parser.error_log):
        raise ReadError(_TOO_DEEP)
    odd = b"<!ENTITY" in data or len(parser.error_log) > 0
    if odd and notes is not None and "部分文字可能缺失：文件内部结构有损坏" not in notes:
        notes.append("部分文字可能缺失：文件内部结构有损坏")
    return root


def parse_html(text: str, nodes: int) -> _Element:
    """The root of an HTML page. Closing tags of body and html are dropped first: some sites put them too early."""
    from lxml import etree

    _check_size(text.count("<") + text.count("="), nodes)
    text = _PROLOG.sub("", _CLOSING.sub("", text)).replace("\0", "")
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace") or b"<p></p>", parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(_BROKEN) from error
    if root is None:
        raise ReadError("网页是空的，没有可读的文字")
    return root


def local(element: _Element) -> str:
    """The tag without its namespace; an empty string for anything that is not an element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
