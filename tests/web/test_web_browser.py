"""The pages in Chromium: search, facets, marks, charts, both languages, by keyboard, on a phone, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.web.archives import archive, pages
from tests.web.browsers import chromium, opened, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PHONE = {"width": 390, "height": 844}
PAGES = (
    "home", "results", "nothing", "article", "hostile", "figure", "fact", "place", "indicator", "audit", "finding",
    "missing",
)  # fmt: skip
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def base(path: Path) -> str:
    return served(path)


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    with opened(browser, base) as one:
        yield one


def total(page: Page) -> str:
    return page.locator(".total strong").inner_text()


def search(page: Page, words: str) -> None:
    page.fill("main input[name=q]", words)
    page.press("main input[name=q]", "Enter")
    page.wait_for_selector(".total")


def test_search_with_and_without_marks_finds_the_same(page: Page) -> None:
    page.goto("/")
    search(page, "lượt khách")
    assert total(page) == "4"
    assert page.locator(".hit mark").first.inner_text().endswith("lượt khách")
    search(page, "luot khach")
    assert total(page) == "4"


def test_a_number_condition(page: Page) -> None:
    page.goto("/search")
    search(page, "trên 100.000 lượt khách")
    assert total(page) == "1"
    assert "100.000" in page.inner_text(".chips")
    assert page.inner_text(".hit .value").split() == ["560.000", "lượt", "khách"]


def test_facets_add_and_take_away_a_filter(page: Page) -> None:
    page.goto("/search?q=Lục Yên")
    before = total(page)
    page.click(".facet:has(#f-kind) a >> nth=0")
    assert page.locator(".chip").count() == 1
    assert page.locator(".facet .chosen").first.is_visible()
    page.click(".chip a")
    assert total(page) == before
    page.go_back()
    assert page.locator(".chip").count() == 1, "the back button is a step back"


def test_a_bar_of_the_histogram_is_a_range_of_values(page: Page) -> None:
    page.goto("/search?q=lượt khách")
    page.locator(".histogram a").last.click()
    assert "least=" in page.url
    assert total(page) == "1"


def test_sorting_and_a_permalink(page: Page) -> None:
    page.goto("/search?q=lượt khách")
    page.click(".sort summary")
    page.click(".sort a:text('giá trị giảm dần')")
    assert page.locator(".hit .amount").first.inner_text().startswith("560.000")
    address = page.url
    page.click(".hit h2 a >> nth=0")
    assert page.url.startswith(address.partition("/search")[0] + "/figures/f")
    assert "560.000" in page.inner_text("h1")
    page.go_back()
    assert page.url == address


def test_downloads_are_of_this_search(page: Page) -> None:
    page.goto("/search?q=lượt khách&kind=count")
    links = [one.get_attribute("href") or "" for one in page.locator(".ways a").all()]
    assert [link.partition("?")[0] for link in links] == [
        f"/search.{way}" for way in ("csv", "json", "parquet", "atom")
    ]
    assert {link.partition("?")[2] for link in links} == {"q=l%C6%B0%E1%BB%A3t+kh%C3%A1ch&kind=count"}


@pytest.mark.parametrize("scripts", [True, False], ids=["JavaScript", "no JavaScript"])
def test_a_figure_shows_its_record_on_hover_focus_and_tap(scripts: bool, browser: Browser, base: str) -> None:
    with opened(browser, base, java_script_enabled=scripts, has_touch=True) as page:
        page.goto("/articles/khe-ngoai")
        word, card = page.locator(".fig .word").first, page.locator(".fig .card").first
        expect(card).not_to_be_visible()
        word.hover()
        expect(card).to_be_visible()
        assert "Yên Bình" in card.inner_text()
        page.mouse.move(1, 1)
        expect(card).not_to_be_visible()
        word.focus()
        expect(card).to_be_visible()
        page.keyboard.press("Tab")
        assert page.locator(":focus").get_attribute("href") == card.locator("a").get_attribute("href")
        page.locator("h1").click()
        expect(card).not_to_be_visible()
        word.tap()
        expect(card).to_be_visible()
        card.locator("a").click()
        assert "/figures/" in page.url


def test_a_fact_has_a_chart(page: Page, path: Path) -> None:
    page.goto(pages(path)["fact"])
    chart = page.locator(".plot svg")
    assert chart.is_visible()
    assert chart.locator("path[fill]").count() >= 4
    assert chart.locator("script").count() == 0


def test_the_language_is_switched_and_stays(browser: Browser, base: str) -> None:
    with opened(browser, base, java_script_enabled=False) as page:
        page.goto("/search?q=lượt khách")
        page.click(".lang a")
        assert "figures" in page.inner_text(".total")
        assert page.input_value("main input[name=q]") == "lượt khách"
        assert page.locator("html").get_attribute("lang") == "en"
        page.click(".hit h2 a >> nth=0")
        assert "The record" in page.inner_text("main")
        page.click(".lang a")
        assert "Bản ghi" in page.inner_text("main")


def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    assert page.evaluate("document.activeElement.name") == "q", "search first"
    page.keyboard.type("ho ngheo")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit")
    page.keyboard.press("Tab")
    assert page.inner_text(":focus") == "Đến nội dung"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "q"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(".hit a:focus").count():
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/figures/*")


def test_a_phone_needs_no_scrolling_sideways(browser: Browser, base: str, path: Path) -> None:
    with opened(browser, base, viewport=PHONE) as page:
        for name, address in pages(path).items():
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name


def test_no_script_of_an_article_runs(page: Page, path: Path) -> None:
    for address in ("/articles/hostile?passed=1", "/search?q=130+hộ+mới", "/audit", "/"):
        page.goto(address)
        assert page.title() != "hacked"
        assert page.locator("main script, main img, a[href^='javascript']").count() == 0
    page.goto("/articles/hostile")
    assert "<script>document.title = 'hacked'</script>" in page.inner_text("h1")


def test_print_leaves_out_what_only_a_screen_needs(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto("/search?q=lượt khách")
    for part in ("nav", ".facets", ".search", ".take"):
        assert not page.locator(part).first.is_visible()
    assert page.locator(".hit:visible").count() == 4
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_serious_keeps_anyone_out(name: str, page: Page, path: Path) -> None:
    page.goto(pages(path)[name])
    found = Axe().run(page).response["violations"]
    page.emulate_media(color_scheme="dark")
    found += Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    told = [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found if one["impact"] in GRAVE]
    assert told == []


def test_datasette_works_under_its_policy(page: Page) -> None:
    page.goto("/data?sql=select+1")
    assert page.locator(".CodeMirror").count() == 1, "its editor runs"
    page.goto("/data/figures")
    assert page.locator("table.rows-and-columns tbody tr").count() > 10
