# ruff: noqa: E501 - long lines are the sample texts
"""Title, date, unit and number from where offices write them, and nothing from where they do not."""

from datetime import date
from pathlib import Path

import pytest

from reading import samples
from topicmine.reading import read
from topicmine.reading.content import Content
from topicmine.reading.headers import describe

LONG = "县局对全县农村集市开展为期三个月的检查，共检查摊点一百八十四个，发现问题六个，均已立案查处。"
OFFICIAL = f"""青禾县市场监督管理局文件
青市监〔2026〕22号    签发人：冯启明
青禾县市场监督管理局
关于开展集市公平秤检定工作的
通知
各市场监督管理所：
　　根据宁市监〔2026〕14号文件要求，{LONG}
青禾县市场监督管理局
2026年3月18日
（联系人：罗晓　联系电话：0000-1234567）
抄送：云溪市市场监督管理局。
青禾县市场监督管理局办公室　2026年3月20日印发"""

CASES = [
    (OFFICIAL, "青禾县市场监督管理局关于开展集市公平秤检定工作的通知", date(2026, 3, 18), "青禾县市场监督管理局", "青市监〔2026〕22号"),
    (
        f"在全县市场监管工作会议上的讲话\n（2026年3月5日）\n冯启明\n同志们：\n{LONG}",
        "在全县市场监管工作会议上的讲话", date(2026, 3, 5), "", "",
    ),
    (
        f"下载\n打印\n【字号：大 中 小】\n云溪市政府工作报告\n——2026年2月3日在云溪市人民代表大会上\n各位代表：\n{LONG}",
        "云溪市政府工作报告", date(2026, 2, 3), "", "",
    ),
    (f"大厅门口的黄牛\n\n{LONG}\n（城关所 老吕）", "大厅门口的黄牛", None, "城关所", ""),
    (f"《青禾日报》2026年5月20日 第2版\n十七家早餐店合用一块公示板\n本报讯 {LONG}", "十七家早餐店合用一块公示板", date(2026, 5, 20), "", ""),
    (f"关于北岭所工作的通报\n发文机关：北岭所\n发布时间：2026-04-01 09:30\n{LONG}", "关于北岭所工作的通报", date(2026, 4, 1), "北岭所", ""),
    (f"{LONG}\n二〇二六年十月二十日", "", date(2026, 10, 20), "", ""),
    (f"２０２６年春茶行情\n{LONG}\n２０２６年４月２日", "2026年春茶行情", date(2026, 4, 2), "", ""),
    (f"集市的秤\n{LONG}据省局2025年12月1日文件，另有安排。", "集市的秤", None, "", ""),
    (f"集市的秤\n集市的秤\n{LONG}", "集市的秤", None, "", ""),
    (f"一、时间和地点\n{LONG}", "", None, "", ""),
    (f"集市的秤\n{LONG}\n2026年2月30日", "集市的秤", None, "", ""),
    (f"集市的秤\n{LONG}\n2024.2.30", "集市的秤", None, "", ""),
    (f"集市的秤\n{LONG}\n民国二十四年三月五日", "集市的秤", None, "", ""),
    (f"集市的秤\n2026年9月10日，{LONG}", "集市的秤", date(2026, 9, 10), "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "day", "unit", "number"), CASES)
def test_headers(text: str, title: str, day: date | None, unit: str, number: str) -> None:
    found = describe(Content(text))
    assert (found.title, found.date, found.unit, found.number) == (title, day, unit, number)
    assert LONG in found.text
    assert not title or not found.text.startswith(title)


def test_impossible_and_opening_dates_are_said() -> None:
    assert "不存在" in describe(Content(f"集市的秤\n{LONG}\n2026年2月30日")).notes[0]
    assert "正文开头" in describe(Content(f"集市的秤\n2026年9月10日，{LONG}")).notes[0]


def test_web_metadata_beat_migration_dates_and_furniture(tmp_path: Path) -> None:
    head = (
        '<meta name="ArticleTitle" content="十七家早餐店合用一块公示板"><meta name="PubDate" content="2026-05-20 08:00">'
        '<meta name="createDate" content="2026-11-01"><meta name="Maketime" content="2026-11-02">'
        '<meta name="ContentSource" content="青禾日报">'
    )
    (tmp_path / "a").write_bytes(samples.html_page(f"<p>{LONG}</p><p>{LONG[:30]}</p>", head))
    (document,) = read([tmp_path]).documents
    assert (document.title, document.date, document.unit) == (
        "十七家早餐店合用一块公示板",
        date(2026, 5, 20),
        "青禾日报",
    )
    assert "栏目导航" not in document.text
    assert "版权所有" not in document.text


def test_hidden_body_of_a_social_page_is_found(tmp_path: Path) -> None:
    page = (
        '<html><head><meta property="og:title" content="集市上的公平秤"></head><body><div id="js_content" '
        f'style="visibility: hidden"><section><span>{LONG}</span></section><p>{LONG[::-1]}</p></div>'
        + '<a href="#">点赞</a>' * 30
        + "</body></html>"
    )
    (tmp_path / "a").write_text(page, "utf-8")
    (document,) = read([tmp_path]).documents
    assert document.text == f"{LONG}\n{LONG[::-1]}"
    assert document.title == "集市上的公平秤"


def test_word_like_page_without_navigation_is_taken_whole(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_text(
        f"<html><body><h1>集市的秤</h1>{LONG}<br>第二段也要。<p>完</p></body></html>", "utf-8"
    )
    (document,) = read([tmp_path]).documents
    assert (document.title, document.text) == ("集市的秤", f"{LONG}\n第二段也要。\n完")


def test_a_template_title_that_stands_nowhere_is_not_believed(tmp_path: Path) -> None:
    page = f"<html><head><title>文档1</title></head><body><p>集市上的公平秤</p><p>{LONG}</p></body></html>"
    (tmp_path / "a").write_text(page, "utf-8")
    assert read([tmp_path]).documents[0].title == "集市上的公平秤"


def test_link_list_is_no_article(tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{n}">第{n}条新闻，很长的标题在这里</a></li>' for n in range(40))
    (tmp_path / "a").write_text(f"<html><body><ul>{links}</ul></body></html>", "utf-8")
    assert "目录页" in read([tmp_path]).skipped[0].reason


def test_wrapped_mail_and_quoted_title(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(samples.TEXTS["txt-wrapped"]())
    (document,) = read([tmp_path]).documents
    assert any("断行" in note for note in document.notes)
    assert "赶集日挂在秤杆上，消费者一看便知" in document.text
