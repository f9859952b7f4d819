"""The report in Chromium: it opens from the disk, filters, speaks two languages, and runs no script but its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from extractor.audit.report.gathering import gather
from extractor.audit.report.page import write_report
from tests.findings import OFFICIAL, one_of_each, run
from tests.web.browsers import chromium

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
NARROW = {"width": 360, "height": 740}
CONTRAST = 4.5  # of text against what is behind it (WCAG 2.2, level AA)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = run(tmp_path_factory.mktemp("run"))
    path = folder / "report.html"
    write_report(path, gather(folder, partial(one_of_each, folder), records=OFFICIAL))
    return path


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    """The report as it opens; whatever it asks for, says or stumbles over is an error."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page, told = context.new_page(), list[str]()

    def asked(request: Request) -> None:
        if request.url != report.as_uri():
            told.append(request.url)

    page.on("request", asked)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda message: told.append(message.text))
    page.goto(report.as_uri())
    yield page
    assert told == []
    context.close()


def visible(page: Page) -> list[str]:
    found = page.locator("article.finding:visible")
    return [one.get_attribute("data-check") or "" for one in found.all()]


def test_no_script_of_an_article_runs(page: Page) -> None:
    assert page.title() == "Báo cáo kiểm tra số liệu · Audit of figures"
    assert "<script>document.title = 'hacked'</script>" in page.inner_text("main")
    page.locator("article", has_text="130").locator("blockquote").first.click()
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.title() == "Báo cáo kiểm tra số liệu · Audit of figures"


def test_the_policy_would_stop_one_that_got_in(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    text = report.read_text(encoding="utf-8")
    inside = "<img src='x' onerror=\"document.title='hacked'\"><script>document.title='hacked'</script><h1>"
    bad = report.with_name("bad.html")
    bad.write_text(text.replace("<h1>", inside), encoding="utf-8")
    page.goto(bad.as_uri())
    assert page.title() == "Báo cáo kiểm tra số liệu · Audit of figures"
    bad.write_text(text.replace("<h1>", inside).replace("Content-Security-Policy", "none"), encoding="utf-8")
    page.goto(bad.as_uri())
    page.wait_for_function("document.title === 'hacked'")
    page.close()


def test_filters(page: Page) -> None:
    assert visible(page) == ["scale", "sum", "sum", "record", "sum"]
    page.uncheck("[name=verdict][value=refuted]")
    assert visible(page) == ["record", "sum"]
    assert page.inner_text("#count") == "2"
    assert not page.locator("#refuted").is_visible(), "the heading of an empty group goes too"
    page.uncheck("[name=check][value=record]")
    assert visible(page) == ["sum"]
    page.click("button[type=reset]")  # the page applies it behind the event
    page.wait_for_function("document.querySelector('#count').textContent === '5'")
    assert len(visible(page)) == 5
    page.uncheck("[name=severity][value=high]")
    assert visible(page) == ["sum", "sum", "record", "sum"], "severity is that of what is refuted"


@pytest.mark.parametrize(("words", "count"), [("san pham ocop", 1), ("Sản phẩm", 1), ("lượt khách", 1), ("dan van", 2),
                                              ("<script>", 2), ("không có ở đâu", 0)])  # fmt: skip
def test_searches_without_marks(words: str, count: int, page: Page) -> None:
    page.fill("#words", words)
    assert len(visible(page)) == count
    assert page.inner_text("#count") == str(count)
    page.fill("#words", "")
    assert len(visible(page)) == 5


def test_a_link_to_a_finding_that_is_filtered_away_shows_it(page: Page) -> None:
    name = page.locator("article").first.get_attribute("id")
    page.uncheck("[name=verdict][value=refuted]")
    page.evaluate(f"location.hash = '{name}'")
    page.wait_for_selector(f"#{name}", state="visible")


@pytest.mark.parametrize("scripts", [True, False], ids=["JavaScript", "no JavaScript"])
def test_switches_the_language(scripts: bool, browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.inner_text("h1") == "Báo cáo kiểm tra số liệu"
    page.click("label[for=in-en]")
    assert page.inner_text("h1") == "Audit of figures"
    assert "but its three fields add up to 915 only" in page.inner_text("main")
    assert "ba lĩnh vực cộng lại" not in page.inner_text("main")
    if scripts:
        assert page.get_attribute("html", "lang") == "en"
    page.focus("#in-en")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("h1") == "Báo cáo kiểm tra số liệu", "by the keyboard too"
    context.close()


def test_all_can_be_read_without_javascript(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    assert len(visible(page)) == 5
    assert not page.locator("#filter").is_visible(), "what would do nothing is not there"
    text = page.inner_text("main")
    for said in ("312 + 405 + 198 = 915", "records.csv", "Thư ngỏ gửi bà con", "không có gì để so sánh"):
        assert said in text
    context.close()


def test_a_narrow_screen_needs_no_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    for language in ("en", "vi"):
        page.click(f"label[for=in-{language}]")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_print_leaves_out_what_only_a_screen_needs(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    for part in ("nav", "#filter", ".language"):
        assert not page.locator(part).first.is_visible()
    assert len(visible(page)) == 5
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


COLOURS = """
() => {
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = parts(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.checkVisibility() || node.closest("svg, script, .switch, .skip")) continue;
    const [a, b] = [parts(getComputedStyle(node).color).slice(0, 3), behind(node)].map(luminance);
    found.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), `${node.tagName}.${node.className}`]);
  }
  return found.sort((one, other) => one[0] - other[0]).slice(0, 3);
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_can_be_read(scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert dark == (scheme == "dark")
    (worst, where), *_ = page.evaluate(COLOURS)
    assert worst >= CONTRAST, where


def test_focus_is_seen(page: Page) -> None:
    page.focus("#words")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
