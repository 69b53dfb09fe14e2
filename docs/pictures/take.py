"""Takes the picture of the report for the front page: `python docs/pictures/take.py leads.html`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


def main() -> None:
    """Shows the first screen of the report, at 1280 by 1180, in few colours to keep the file small."""
    target = Path(__file__).parent / "report.png"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1180})
        page.goto(Path(sys.argv[1]).resolve().as_uri())
        page.screenshot(path=target)
        browser.close()
    Image.open(target).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()
