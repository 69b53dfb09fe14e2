"""The report in a real Chromium: the filters work, by mouse and by keyboard, and nothing leaves the page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import topicmine as tm
from output.sample import many_leads, sample_mined

pytestmark = pytest.mark.browser
_CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    if _CHROMIUM is None:
        pytest.fail("Chromium is missing: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tm.write(sample_mined(), tmp_path_factory.mktemp("report") / "leads.html")


@pytest.fixture
def page(browser: Any, report: Path) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(report.as_uri())
    yield page
    assert complaints == []
    assert requests == [report.as_uri()]
    page.close()


def _titles(page: Any) -> list[str]:
    # the text itself: what is laid out late (content-visibility) has no inner text for a moment
    return [text.strip() for text in page.locator("article.card:visible .title").all_text_contents()]


def test_choice_lists_narrow_what_is_shown(page: Any) -> None:
    from playwright.sync_api import expect

    page.select_option("#source", "enforcement")
    assert len(_titles(page)) == 2
    page.select_option("#gate", "needs_consent")
    assert _titles(page) == ["直播间“祖传膏药”两处仓库"]
    assert page.locator("#shown").inner_text() == "显示1条，共12条"
    assert not page.locator("#writable").is_visible()
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator("#shown")).to_have_text("共12条")
    assert len(_titles(page)) == 12


def test_type_and_date_narrow_too(page: Any) -> None:
    page.select_option("#type", "dynamic")
    assert len(_titles(page)) == 4
    page.fill("#from", "2026-11-01")
    assert _titles(page) == ["火锅店餐饮具专项抽检开局", "直播间“祖传膏药”两处仓库"]
    page.fill("#to", "2026-11-15")
    assert _titles(page) == []
    assert page.locator("#empty").is_visible()


def test_words_are_found_in_quotes_of_closed_cards(page: Any) -> None:
    page.get_by_role("button", name="全部收起").click()
    page.fill("#words", "复秤41笔")
    assert _titles(page) == ["公平秤搬到船边，半小时复秤41笔"]


def test_everything_works_from_the_keyboard(page: Any) -> None:
    page.focus("#words")
    page.keyboard.type("膏药")
    assert len(_titles(page)) == 1
    page.locator("article.card:visible summary").focus()
    was = page.locator("article.card:visible details").get_attribute("open")
    page.keyboard.press("Enter")
    assert page.locator("article.card:visible details").get_attribute("open") != was


def test_first_focus_is_a_way_past_the_filters(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_every_field_has_a_label_and_text_has_contrast(page: Any) -> None:
    assert page.evaluate("[...document.querySelectorAll('input,select')].every(x => x.labels.length === 1)")
    assert page.evaluate(_LOW_CONTRAST) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out_of_the_window(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.get_by_role("button", name="全部展开").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_prints_on_a4_without_the_filters(page: Any) -> None:
    import pypdfium2

    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    width, height = pdf[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    assert "选题线索" in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_a_flood_of_leads_is_listed_in_lines_that_filter_too(browser: Any, tmp_path: Path) -> None:
    path = tm.write(many_leads(3600), tmp_path / "flood.html")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.locator("article.card").count() == 3600
    assert page.locator("article.card details").count() < 2600
    page.select_option("#type", "experience")
    page.get_by_role("button", name="全部收起").click()
    assert page.locator("#shown").inner_text() == "显示900条，共3600条"
    page.close()


def test_four_hundred_leads_stay_usable(browser: Any, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(tm.write(many_leads(400), tmp_path / "many.html").as_uri())
    page.fill("#words", "膏药")
    assert len(_titles(page)) == 33
    page.close()


_LOW_CONTRAST = """() => {
  const channel = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = (text) => text.match(/[0-9.]+/g).map(Number);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = parse(getComputedStyle(node).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const node of document.querySelectorAll('body *:not(svg *):not(script)')) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!own || !node.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground(node))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) bad.push(node.className + ': ' + node.textContent.slice(0, 20));
  }
  return bad;
}"""
