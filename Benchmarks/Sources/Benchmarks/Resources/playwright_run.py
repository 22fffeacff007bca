"""Runs a workload in headless Chromium by Playwright's fake clock: playwright_run.py WORKLOAD.json. Prints JSON."""

import json
import shutil
import sys
import time

from playwright.sync_api import sync_playwright


def apply(page, event):
    if event["type"] == "click":
        page.evaluate("(selector) => document.querySelector(selector)?.click()", event["selector"])
    elif event["type"] == "keydown":
        page.keyboard.down(event["code"])
    else:
        page.keyboard.up(event["code"])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        workload = json.load(file)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.clock.install(time=0)
        begin = time.perf_counter()
        page.set_content(workload["html"])
        loaded = time.perf_counter()
        now = 0
        for event in workload["inputs"]:
            if event["time"] > now:
                page.clock.run_for(round(event["time"] - now))
                now += round(event["time"] - now)
            apply(page, event)
        page.clock.run_for(round(workload["seconds"] * 1000 - now))
        played = time.perf_counter()
        browser.close()
    print(json.dumps({"load": loaded - begin, "play": played - loaded}))


main()
