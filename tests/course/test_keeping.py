"""What a learner keeps is on the disk when the page says so, and is there again after a restart."""

from __future__ import annotations

import pytest

from topicmine.course.progress import Progress, best_tries

pytest.importorskip("anywidget")


def test_a_kept_text_is_there_again_after_a_restart(tmp_path):
    from topicmine.course.views.keeping import Keeping

    box = Keeping("我的线索", Progress(tmp_path, "07"))
    assert box.state["saved"] == ""
    box._handle_custom_msg({"text": "云溪镇9个村装时刻牌", "turn": 5}, [])
    assert box.state["turn"] == 5
    assert box.state["saved"]
    assert Keeping("我的线索", Progress(tmp_path, "07")).state["text"] == "云溪镇9个村装时刻牌"


def test_the_last_text_under_a_name_counts_and_names_do_not_mix(tmp_path):
    progress = Progress(tmp_path, "07")
    for name, text in (("甲", "一"), ("乙", "二"), ("甲", "三")):
        progress.add_text(name, text)
    kept = Progress(tmp_path, "07")
    assert [kept.last_text(name).answer for name in ("甲", "乙")] == ["三", "二"]
    assert kept.last_text("丙") is None
    assert not best_tries(kept.steps)
