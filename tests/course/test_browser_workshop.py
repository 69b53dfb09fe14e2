"""A room: learners by work number, the trainer by password, one server, nothing lost on reload."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from course.browsing import browser, choose, exercise, hand_in, server, violations
from topicmine.course.lessons import all_lessons
from topicmine.course.loading import all_items

pytestmark = pytest.mark.browser
NAME = "which-source-01"


def enter(page: Page, address: str, number: str) -> None:
    page.goto(address)
    page.get_by_label("工号").fill(number)
    page.get_by_role("button", name="进入").click()


def open_unit(page: Page, unit: int) -> None:
    lesson = next(lesson for lesson in all_lessons() if lesson.unit == unit)
    page.get_by_role("button", name=f"{unit} {lesson.title}", exact=True).click()


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    with server(tmp_path_factory.mktemp("room"), "workshop", "--seats", "2") as (address, said):
        yield address, re.search("教员口令：([a-z0-9]+)", said).group(1)


def test_a_learner_in_the_room_and_the_trainer_who_sees_it(room):
    address, password = room
    item = all_items()[NAME]
    right, wrong = list(item.key), [option.id for option in item.options if option.id not in item.key][:1]
    with browser() as page:
        enter(page, address, "07")
        open_unit(page, 2)
        status = exercise(page, NAME).locator(".tm-status")
        choose(page, NAME, wrong)
        hand_in(page, NAME)
        expect(status).to_contain_text("还不对")
        exercise(page, NAME).get_by_role("button", name="提示").click()
        expect(exercise(page, NAME)).to_contain_text(item.hints[0])
        choose(page, NAME, right)
        hand_in(page, NAME)
        expect(status).to_contain_text("全对")
        assert violations(page, "html") == []

        enter(page, address, "07")
        expect(status).to_contain_text("全对")
        assert page.evaluate("document.documentElement.lang") == "zh-CN"

        page.goto(address)
        page.get_by_text("我是教员").click()
        page.get_by_label("口令").fill("wrong")
        page.get_by_role("button", name="打开教员页").click()
        expect(page.get_by_role("status").first).to_contain_text("口令不对")
        page.get_by_label("口令").fill(password)
        page.get_by_role("button", name="打开教员页").click()
        expect(page.get_by_role("cell", name="07", exact=True)).to_be_visible()
        page.get_by_role("button", name="看答案").first.click()
        expect(page.get_by_text("不带工号")).to_be_visible()
        assert violations(page, "html") == []
        with page.expect_download() as download:
            page.get_by_role("button", name="导出课堂记录").click()
        assert download.value.suggested_filename == "课堂记录.xlsx"


def test_nothing_is_sent_between_the_letters_of_an_input_method(room):
    address, _ = room
    with browser() as page:
        enter(page, address, "08")
        open_unit(page, 5)
        name = next(name for name in lesson_items(5) if all_items()[name].response == "write")
        field, count = exercise(page, name).get_by_role("textbox"), exercise(page, name).locator(".tm-help").last
        field.fill("青")
        expect(count).to_contain_text("1字")
        field.focus()
        keys = page.context.new_cdp_session(page)
        for letters in ("h", "he", "he x", "he xian"):
            keys.send(
                "Input.imeSetComposition",
                {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
            )
            page.wait_for_timeout(80)
            expect(count).to_contain_text("1字")
        keys.send("Input.insertText", {"text": "禾县"})
        expect(count).to_contain_text("3字")


def test_paragraphs_move_by_mouse_and_by_keyboard(room):
    address, _ = room
    with browser() as page:
        enter(page, address, "09")
        open_unit(page, 5)
        name = next(name for name in lesson_items(5) if all_items()[name].response == "order")
        rows = exercise(page, name).locator(".tm-order li")
        expect(rows).to_have_count(len(all_items()[name].paragraphs))
        texts = [text.removesuffix("上移下移") for text in rows.all_text_contents()]
        rows.nth(0).get_by_role("button", name="下移").focus()
        page.keyboard.press("Enter")
        expect(rows.nth(1)).to_contain_text(texts[0])
        page.keyboard.press("Alt+ArrowUp")
        expect(rows.nth(0)).to_contain_text(texts[0])
        rows.nth(0).drag_to(rows.nth(2))
        expect(rows.nth(2)).to_contain_text(texts[0])
        for place, text in enumerate(all_items()[name].paragraphs):
            while text not in rows.nth(place).text_content():
                row = rows.filter(has_text=text)
                row.get_by_role("button", name="上移").click()
        hand_in(page, name)
        expect(exercise(page, name).locator(".tm-status")).to_contain_text("全对")


@pytest.mark.parametrize("width", [1280, 390])
def test_no_unit_breaks_the_page_or_the_rules_of_access(room, width):
    address, _ = room
    with browser(width=width) as page:
        enter(page, address, "10")
        for lesson in all_lessons():
            open_unit(page, lesson.unit)
            expect(page.locator("[aria-current=true]")).to_contain_text(lesson.title)
            expect(exercise(page, lesson.items[-1])).to_be_visible()
            expect(page.get_by_role("heading", name="我的学习", exact=True)).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, lesson.title
            assert violations(page, "html") == [], lesson.title


def lesson_items(unit: int) -> tuple[str, ...]:
    return next(lesson for lesson in all_lessons() if lesson.unit == unit).items
