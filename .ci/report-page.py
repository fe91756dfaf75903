"""Looks at one page in Chromium; called by .ci/report-page."""

import importlib.util
import json
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

PAGE = pathlib.Path(sys.argv[1]).resolve()
ADDRESS = PAGE.as_uri()
AXE = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).with_name("axe.min.js")
PATIENCE = 1_200
faults = []


def check(holds, words):
    if not holds:
        faults.append(words)


def browser(scripts=True):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
    service = webdriver.ChromeService("/usr/bin/chromedriver")
    driver = webdriver.Chrome(options=options, service=service)
    # A page of many thousand elements keeps axe busy for minutes.
    driver.command_executor.client_config.timeout = PATIENCE
    driver.set_script_timeout(PATIENCE)
    return driver


def show(driver, width, scheme="light", media="screen"):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})
    driver.get(ADDRESS)


def listen(driver, name):
    """Holds what the browser logged: nothing is asked of any other place, and nothing went wrong."""
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            check(url.split("#")[0] == ADDRESS, f"{name}: asks for {url}")
    for entry in driver.get_log("browser"):
        check(entry["level"] not in ("SEVERE", "WARNING"), f"{name}: console: {entry['message']}")


def axe(driver, name):
    driver.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; });")
    # Injected by the driver, so that the page's own policy stays as strict as it is.
    driver.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text()})
    found = driver.execute_async_script("""
        const done = arguments[arguments.length - 1];
        axe.run(document, {resultTypes: ["violations", "incomplete"], runOnly: {type: "tag",
          values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}).then(
          r => done({version: r.testEngine.version, violations: r.violations, passes: r.passes.length,
            incomplete: r.incomplete.map(i => i.id)}), e => done({error: String(e)}));""")
    if "error" in found:
        return faults.append(f"{name}: axe failed: {found['error']}")
    for violation in found["violations"]:
        nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
        faults.append(f"{name}: axe: {violation['id']} ({len(violation['nodes'])}): {nodes}")
    print(f"{name}: axe {found['version']}: {len(found['violations'])} violations,"
          f" {found['passes']} rules passed, unsure: {', '.join(found['incomplete']) or 'none'}")


def sideways(driver, name):
    wide, room = driver.execute_script(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth];")
    check(wide <= room, f"{name}: {wide} px wide on a screen of {room} px")


def visible(driver):
    return driver.execute_script(
        "return Array.from(document.querySelectorAll(document.getElementById('finder').dataset.items))"
        ".filter(e => !e.hidden).length;")


def search(driver, name):
    """Types into the finder and chooses from its lists: fewer items, then all of them again."""
    forms = driver.find_elements(By.ID, "finder")
    if not forms:
        return print(f"{name}: no finder on the page")
    check(forms[0].is_displayed(), f"{name}: the finder is hidden")
    everything = visible(driver)
    field = forms[0].find_element(By.TAG_NAME, "input")
    field.send_keys("no-post-holds-these-words")
    check(visible(driver) == 0, f"{name}: words that are nowhere leave {visible(driver)} items")
    status = forms[0].find_element(By.CSS_SELECTOR, "[role=status]").text
    check(status.startswith("0 "), f"{name}: the status says {status!r}")
    field.clear()
    field.send_keys(" ")
    check(visible(driver) == everything, f"{name}: an empty search leaves {visible(driver)} items")
    for element in forms[0].find_elements(By.TAG_NAME, "select"):
        choice = Select(element)
        key = element.get_attribute("data-key")
        counts = []
        for option in choice.options[1:]:
            choice.select_by_value(option.get_attribute("value"))
            counts.append(visible(driver))
        check(all(0 < count <= everything for count in counts), f"{name}: {key} gives {counts}")
        check(len(counts) < 2 or min(counts) < everything, f"{name}: {key} filters nothing")
        choice.select_by_index(0)
    check(visible(driver) == everything, f"{name}: not all items come back")
    print(f"{name}: the finder filters {everything} items")


def keyboard(driver, name):
    """The first key leads past the contents, and what has the focus is seen."""
    driver.find_element(By.TAG_NAME, "body").send_keys("\ue004")
    focused = driver.switch_to.active_element
    check("skip" in (focused.get_attribute("class") or ""), f"{name}: Tab does not reach the skip link")
    check(focused.rect["x"] >= 0, f"{name}: the skip link stays out of sight")


def words(driver):
    return driver.find_element(By.TAG_NAME, "main").text


driver = browser()
try:
    for name, width, scheme in (
        ("light", 1200, "light"), ("dark", 1200, "dark"), ("320 px", 320, "light"),
        ("320 px, dark", 320, "dark"),
    ):
        show(driver, width, scheme)
        sideways(driver, name)
        keyboard(driver, name)
        if name == "light":
            search(driver, name)
            scripted = words(driver)
        axe(driver, name)
        listen(driver, name)
    show(driver, 794, media="print")
    sideways(driver, "print")
    listen(driver, "print")
finally:
    driver.quit()

driver = browser(scripts=False)
try:
    show(driver, 1200)
    forms = driver.find_elements(By.ID, "finder")
    check(not any(form.is_displayed() for form in forms), "without script: the finder shows")
    plain = words(driver).split()
    missing = [word for word in plain if word not in scripted]
    check(len(plain) > 50 and not missing, f"without script: other words: {missing[:5]}")
    # The finder's own words are all that may be gone.
    check(len(plain) >= len(scripted.split()) - 400, "without script: words are missing")
    print(f"without script: {len(plain)} words, {len(scripted.split())} with it")
    listen(driver, "without script")
finally:
    driver.quit()

for fault in faults:
    print("FAULT", fault)
sys.exit(1 if faults else 0)
