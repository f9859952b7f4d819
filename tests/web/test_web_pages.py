"""The pages as they are sent: what they show, in which language, and what is said where there is nothing."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from extractor.model.errors import TimeLimitError
from extractor.web.pages import results
from extractor.web.plugin import Archive, Limits, register
from tests.web.archives import ODD, Client, archive, one, pages

TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def client(path: Path) -> Client:
    return Client(path)


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    main = answer.text.partition("<main")[2]
    return " ".join(unescape(TAG.sub(" ", main)).split())


def test_home_says_what_is_in_the_archive(client: Client) -> None:
    said = text(client, "/")
    assert re.search(r"\bbài viết \d", said)
    assert "Bài đăng từ 28/12/2020 đến 28/12/2023" in said
    assert "560.000 lượt khách năm 2023 gấp hơn 10 lần" in said


def test_a_figure_is_found_with_its_sentence_source_and_day(client: Client) -> None:
    said = text(client, "/search?q=ho+ngheo+yen+binh")
    assert "Huyện hỗ trợ 25 hộ nghèo , trồng 30 ha quế." in said
    assert "20/12/2023 , Báo Yên Bình" in said
    assert "huyện Yên Bình, tỉnh Yên Bái" in said


def test_a_number_is_a_condition(client: Client) -> None:
    said = text(client, "/search?q=hơn 50.000 lượt khách")
    assert "> 50.000" in said
    assert "2 con số" in said, "560.000 and gần 52.000"


def test_no_results_say_what_to_try(client: Client) -> None:
    assert "không cần gõ dấu" in text(client, "/search?q=khongcogi")
    assert "removing all filters" in text(client, "/search?q=khongcogi&kind=money&lang=en")


def test_filters_are_told_and_can_be_taken_away(client: Client) -> None:
    answer = client.get("/search?q=mô+hình&kind=count&least=400")
    assert 'href="/search?q=m%C3%B4+h%C3%ACnh&amp;kind=count"' in answer.text, "without the least"
    assert 'href="/search.csv?q=m%C3%B4+h%C3%ACnh&amp;kind=count&amp;least=400"' in answer.text


def test_an_article_has_every_figure_marked_and_its_kind_named(client: Client, path: Path) -> None:
    answer = client.get("/articles/khe-ngoai").text
    figures = one(path, "SELECT count(*) FROM figures JOIN articles ON articles.number = article"
                        " WHERE articles.id = 'khe-ngoai'")  # fmt: skip
    assert answer.count('<span class="fig k-') == figures == 6
    assert '917 mô hình<span class="vh" lang="vi"> (số đếm)</span>' in answer


def test_numbers_passed_over_are_shown_on_request(client: Client) -> None:
    assert "ngày, tháng, năm" not in text(client, "/articles/khach-2020")
    assert "ngày, tháng, năm" in text(client, "/articles/khach-2020?passed=1")


def test_what_is_not_sure_is_marked_with_its_share(client: Client, path: Path) -> None:
    query = "SELECT id FROM figures WHERE min(confidence_item, confidence_place, confidence_period) < 0.9"
    said = text(client, f"/figures/{one(path, query)}")
    assert re.search(r"tin cậy \d\d%", said)
    assert "Mọi trường được đọc với độ tin cậy từ 90%" not in said


def test_a_fact_shows_who_said_it_and_its_series(client: Client, path: Path) -> None:
    answer = client.get(pages(path)["fact"])
    assert "<svg" in answer.text
    said = text(client, pages(path)["fact"])
    for value in ("38.500", "45.000", "gần 52.000", "560.000"):
        assert value in said
    assert "Du lịch Lý Sơn năm 2021" in said


def test_a_place_shows_its_indicators_by_year(client: Client, path: Path) -> None:
    said = text(client, pages(path)["place"])
    assert "2020 2021 2022 2023" in said
    assert "đặc khu Lý Sơn" in said, "what holds it today"


def test_a_place_shows_what_lies_in_it(client: Client, path: Path) -> None:
    figures = "SELECT count(*) FROM figures JOIN places ON places.number = place WHERE name = ? GROUP BY place"
    said = text(client, "/places/" + one(path, "SELECT id FROM places WHERE name = 'huyện Lục Yên'"))
    assert f"xã Tân Lĩnh {one(path, figures, 'xã Tân Lĩnh')}" in said


def test_the_audit_is_filtered(client: Client) -> None:
    assert "2 phát hiện" in text(client, "/audit?verdict=refuted&check=sum")
    assert "1 finding " in text(client, "/audit?verdict=supported&lang=en")
    assert "Không có phát hiện nào như vậy" in text(client, "/audit?verdict=supported&check=date")


@pytest.mark.parametrize(
    "name", ["home", "results", "article", "figure", "fact", "place", "indicator", "audit", "finding"]
)
def test_each_page_speaks_both_languages(name: str, client: Client, path: Path) -> None:
    address = pages(path)[name]
    vietnamese = client.get(address)
    english = client.get(address, params={"lang": "en"} if "?" not in address else None, cookies={"lang": "en"})
    assert '<html lang="vi">' in vietnamese.text
    assert '<html lang="en">' in english.text
    assert "Kiểm tra" not in english.text.partition("<main")[0]
    assert "Audit" in english.text


def test_the_language_is_remembered(client: Client) -> None:
    answer = client.get("/?lang=en")
    assert answer.cookies["lang"] == "en"
    assert "set-cookie" not in client.get("/").headers
    assert "9 con số" not in client.get("/search", cookies={"lang": "en"}).text
    assert '<html lang="vi">' in client.get("/search?lang=vi", cookies={"lang": "en"}).text
    assert '<html lang="vi">' in client.get("/", cookies={"lang": "xx"}).text


def test_numbers_are_written_as_the_language_does(client: Client) -> None:
    assert "560.000" in text(client, "/search?q=luot+khach")
    assert "560,000" in text(client, "/search?q=luot+khach&lang=en")


@pytest.mark.parametrize("address", [
    "/figures/nope", "/facts/nope", "/articles/nope", "/places/nope", "/indicators/nope", "/findings/nope", "/nope",
    "/figures/", "/figures/a/b", "/data/nope", "/search/",
])  # fmt: skip
def test_what_is_not_there_is_said_in_our_look(address: str, client: Client) -> None:
    answer = client.get(address)
    assert answer.status_code in (404, 302)
    if answer.status_code == 404:
        assert "Không có trang này" in answer.text


@pytest.mark.parametrize(("address", "said"), [
    ("/search?kind=x", "Loại số"), ("/search?page=0", "page"),
    ("/search?place=xa+khong+co", "Kho này không biết địa phương"),
    ("/search?colour=red", "colour"), ("/audit?verdict=x", "Kết quả kiểm tra"), ("/audit?page=-1", "page"),
    ("/search?least=5&most=4", "Ít nhất"),
])  # fmt: skip
def test_what_cannot_be_asked_is_said_in_our_look(address: str, said: str, client: Client) -> None:
    assert said in text(client, address, 400)


def test_any_id_has_a_page(client: Client) -> None:
    found = client.get("/search?q=77+ha").text
    link = re.search(r'href="(/articles/[^"]+)"', found)
    assert link
    assert link[1] == f"/articles/{quote(ODD['id'], safe='')}"
    assert "trồng 77 ha" in text(client, link[1])


def test_what_takes_too_long_is_told(path: Path) -> None:
    register()
    slow = Client(path, app=Archive(path, Limits(1, 1, 10, 1), local=True).app())
    for address in ("/", "/articles/khe-ngoai"):
        assert "tốn quá nhiều thời gian" in text(slow, address, 503)


def test_a_search_that_takes_too_long_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise TimeLimitError("took longer", where="search")

    monkeypatch.setattr(results, "search", interrupted)
    assert "tốn quá nhiều thời gian" in text(client, "/search?q=khách", 503)


def test_a_fault_of_ours_tells_nothing_of_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("/secret/place")

    monkeypatch.setattr(results, "search", broken)
    said = text(client, "/search?q=khách", 500)
    assert "Trang này có lỗi" in said
    assert "secret" not in said
