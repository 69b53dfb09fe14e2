"""A learner alone in JupyterLab: run all, a wrong answer, a hint, the right answer, the kernel lost, all restored."""

from __future__ import annotations

import re
import urllib.parse

import pytest
from playwright.sync_api import expect

from course.browsing import (
    browser,
    choose,
    end_kernels,
    exercise,
    hand_in,
    run_notebook,
    server,
    violations,
)
from topicmine.course.lessons import notebooks_folder
from topicmine.course.loading import all_items

pytestmark = pytest.mark.browser
NAME = "which-source-01"


def test_a_learner_in_lab(tmp_path):
    unit = urllib.parse.quote(next(notebooks_folder().glob("02_*.ipynb")).name)
    item = all_items()[NAME]
    right, wrong = list(item.key), [option.id for option in item.options if option.id not in item.key][:1]
    with server(tmp_path, "lab", "--no-browser") as (address, said), browser() as page:
        token = re.search("token=([0-9a-f]+)", said).group(1)
        run_notebook(page, address, token, unit)
        status, saved = exercise(page, NAME).locator(".tm-status"), exercise(page, NAME).locator(".tm-saved")
        choose(page, NAME, wrong)
        hand_in(page, NAME)
        expect(status).to_contain_text("还不对")
        expect(saved).to_contain_text(re.compile(r"已保存 \d\d:\d\d · 第1次"))
        exercise(page, NAME).get_by_role("button", name="提示").click()
        expect(exercise(page, NAME)).to_contain_text(item.hints[0])
        choose(page, NAME, right)
        expect(status).to_have_text("")
        hand_in(page, NAME)
        expect(status).to_contain_text("全对")
        expect(saved).to_contain_text("头一次得0分")
        assert violations(page, ".tm") == []

        end_kernels(address, token)
        choose(page, NAME, wrong)
        hand_in(page, NAME)
        expect(status).to_contain_text("没有连上", timeout=20_000)
        expect(saved).to_have_text("")

        run_notebook(page, address, token, unit)
        expect(status).to_contain_text("全对")
        expect(saved).to_contain_text("第2次")
        for option in item.options:
            expect(exercise(page, NAME).get_by_label(option.text, exact=True)).to_be_checked(checked=option.id in right)


def test_arrow_keys_and_space_mark_a_passage_in_lab(tmp_path):
    unit = urllib.parse.quote(next(notebooks_folder().glob("02_*.ipynb")).name)
    with server(tmp_path, "lab", "--no-browser") as (address, said), browser() as page:
        run_notebook(page, address, re.search("token=([0-9a-f]+)", said).group(1), unit)
        clauses = exercise(page, "find-lead-01").get_by_role("checkbox")
        clauses.first.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
        expect(clauses.nth(2)).to_be_checked()
        expect(clauses.nth(0)).not_to_be_checked()
        expect(clauses.nth(2)).to_be_focused()


def test_a_lead_is_found_weighed_read_kept_and_taken_along(tmp_path):
    with server(tmp_path, "lab", "--no-browser") as (address, said), browser() as page:
        token = re.search("token=([0-9a-f]+)", said).group(1)
        run_notebook(page, address, token, urllib.parse.quote("选题工作台.ipynb"))
        bench = page.get_by_role("region", name="选题工作台")
        bench.get_by_label("材料文件夹").fill("没有这个文件夹")
        bench.get_by_role("button", name="挖掘选题").click()
        expect(bench.locator(".tm-status")).to_contain_text("找不到")
        bench.get_by_label("材料文件夹").fill("青禾县")
        bench.get_by_role("button", name="挖掘选题").click()
        leads = bench.locator(".tm-lead")
        expect(leads.first).to_be_visible()
        bench.get_by_text("各项看得多重").click()
        bench.get_by_label("切合重点", exact=True).focus()
        page.keyboard.press("End")
        expect(leads.filter(has_text=re.compile(r"升\d+位")).first).to_be_visible()
        count = bench.get_by_text(re.compile(r"^共\d+条$"))
        before = count.inner_text()
        bench.get_by_role("searchbox").fill("电梯")
        expect(count).not_to_have_text(before)
        leads.first.click()
        expect(bench.locator(".tm-source mark").first).to_be_visible()
        bench.get_by_role("button", name="留下", exact=True).click()
        expect(bench.locator(".tm-status")).to_contain_text("请写一句理由")
        bench.get_by_label("为什么留下").fill("和省里的文件对得上")
        bench.get_by_role("button", name="留下", exact=True).click()
        expect(bench.locator(".tm-status")).to_contain_text("已保存：留下")
        assert violations(page, ".tm") == []
        with page.expect_download() as download:
            bench.get_by_role("button", name="xlsx", exact=True).click()
        assert download.value.suggested_filename == "选题.xlsx"


def test_the_next_exercise_opens_by_a_button(tmp_path):
    unit = urllib.parse.quote(next(notebooks_folder().glob("00_*.ipynb")).name)
    with server(tmp_path, "lab", "--no-browser") as (address, said), browser() as page:
        run_notebook(page, address, re.search("token=([0-9a-f]+)", said).group(1), unit)
        before = page.locator("[data-item]").count()
        page.get_by_role("button", name="做这道").first.click()
        expect(page.locator("[data-item]")).to_have_count(before + 1)
