#!/usr/bin/env bash
# Every check, in the order of cheapness; goes on after a failure so that one run shows all of them.
# 逐项检查，一项不过也继续往下，最后一次说清。
set -uo pipefail
cd "$(dirname "$0")/.."

summary=""
failed=0

# step NAME COMMAND…: runs a check, times it, remembers the outcome.
step() {
  local name=$1 started=$SECONDS outcome="通过 passed"
  shift
  printf '\n── %s ──\n' "$name"
  if ! "$@"; then
    outcome="没过 FAILED"
    failed=1
  fi
  summary+=$(printf '%s %5d 秒 s  %s' "$outcome" "$((SECONDS - started))" "$name")$'\n'
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

find_browser() {
  command -v chromium || command -v chromium-browser
}

# Chromium and a Chinese font for the tests that look at the report; the tests fail loudly without them.
prepare_browser() {
  if find_browser >/dev/null && fc-list 2>/dev/null | grep -qiE 'cjk|yahei|pingfang|wenquanyi|simsun'; then
    return 0
  fi
  if command -v apt-get >/dev/null; then
    (as_root apt-get update -qq && as_root apt-get install -y -qq chromium fonts-noto-cjk) >/dev/null 2>&1
  fi
  find_browser >/dev/null || {
    echo "缺少 Chromium，看报告的测试会失败；请先安装：apt-get install chromium fonts-noto-cjk"
    echo "Chromium is missing, the browser tests will fail; install it: apt-get install chromium fonts-noto-cjk"
    return 1
  }
}

run_notebooks() {
  local found
  found=$(find notebooks -name '*.ipynb' -not -path '*/.ipynb_checkpoints/*' 2>/dev/null | head -1)
  if [ -z "$found" ]; then
    echo "没有笔记本 / no notebooks"
    return 0
  fi
  python -m pytest --nbval-lax -n 2 --dist loadscope -W default notebooks
}

export PYTHONHASHSEED=random
step "浏览器 browser" prepare_browser
step "代码规则 ruff check" ruff check .
step "代码格式 ruff format" ruff format --check .
step "类型 mypy --strict" mypy
step "楼层 import-linter" lint-imports
step "测试 pytest" python -m pytest -n 2 tests
step "文档里的例子 doctest" python -m pytest -n 2 --doctest-modules --ignore=src/topicmine/reading/isolated src/topicmine
step "笔记本 nbval" run_notebooks

printf '\n%s' "$summary"
if [ "$failed" = 0 ]; then
  echo "全部通过 / everything passed"
else
  echo "有没过的检查，往上翻看 / some checks failed, see above"
fi
exit "$failed"
