"""What the server never does: write, run what an article says, or tell of the machine that it runs on."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from time import monotonic

import pytest

from extractor.web.serving import Server, ServingError
from tests.findings import HOSTILE, SCRIPT
from tests.web.archives import Client, archive, one, pages

TELLING = (  # pages of Datasette about its server
    "/-/databases", "/-/databases.json", "/-/versions", "/-/versions.json", "/-/plugins.json", "/-/settings.json",
    "/-/threads", "/-/threads.json", "/-/metadata.json", "/-/actor.json", "/-/permissions", "/-/messages", "/-/logout",
    "/-/allow-debug", "/-/patterns", "/-/auth-token", "/-/config", "/_internal", "/_internal/databases", "/_memory",
    "/.json", "/data.db", "/pages", "/-/static/../app.py", "/-/static/%2e%2e/app.py",
)  # fmt: skip
QUERIES = (
    "select * from pragma_database_list", "select file from pragma_database_list()", "select read_from from articles",
    "select load_extension('x')", "select * from nope", "select 1 from", "attach database 'x' as y",
    "select zeroblob(100000000000)", "with a as (select 1) select * from a, pragma_database_list b",
    "select readfile('/etc/passwd')",
    "delete from figures", "pragma query_only = 0", "vacuum into 'x'", "explain select file from pragma_database_list",
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def client(path: Path) -> Client:
    return Client(path)


class Tags(HTMLParser):
    """The tags of a page that could do something, and where its links go."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.doing: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "img", "iframe", "object", "style", "base") or any(
            name.startswith("on") for name in given
        ):
            self.doing.append(tag)
        if "style" in given:
            self.doing.append(f"{tag} style")
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]


def test_no_page_has_a_script_or_a_style_of_its_own_and_links_only_lead_to_the_web(client: Client, path: Path) -> None:
    for address in (*pages(path).values(), f"/search?q={SCRIPT}", "/search?q=120+hộ", "/audit?verdict=refuted"):
        tags = Tags(client.get(address).text)
        assert tags.doing == [], address
        assert all(
            link.startswith(("/", "?", "#", "http://example.com/", "https://example.com/")) for link in tags.links
        )


def test_what_a_hostile_article_says_is_shown_as_text(client: Client) -> None:
    for address in ("/articles/hostile", "/search?q=130+hộ+mới", "/audit"):
        answer = client.get(address).text
        assert SCRIPT not in answer
        assert "&lt;script&gt;" in answer
        assert "javascript:" not in answer
    assert HOSTILE not in client.get("/search", params={"q": HOSTILE}).text


def test_our_pages_have_a_strict_policy(client: Client, path: Path) -> None:
    for address in pages(path).values():
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "script-src" not in policy, "there are none"
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_the_pages_of_datasette_run_their_own_scripts_alone(client: Client) -> None:
    for address in ("/data", "/data/figures", "/data?sql=select+1"):
        answer = client.get(address)
        assert answer.status_code == 200
        scripts = answer.headers["content-security-policy"].partition("script-src")[2].partition(";")[0]
        assert "sha256-" in scripts
        assert "unsafe" not in scripts


@pytest.mark.parametrize("address", TELLING)
def test_pages_about_the_server_are_shut(address: str, client: Client) -> None:
    assert client.get(address).status_code in (302, 404)
    assert client.get(address, follow_redirects=True).status_code == 404


@pytest.mark.parametrize("query", QUERIES)
def test_sql_neither_writes_nor_tells_where_the_file_is(query: str, client: Client, path: Path) -> None:
    for form in ("/data", "/data.json"):
        answer = client.get(form, params={"sql": query})
        assert answer.status_code in (200, 400)
        for told in (str(path.parent), path.name, "site-packages", "Traceback", "root:x", ".jsonl"):
            assert told not in answer.text.replace(query, "")
    assert one(path, "SELECT count(*) FROM figures") > 0


def test_no_answer_tells_of_the_machine(client: Client, path: Path) -> None:
    told_nothing(client, path, (*pages(path).values(), "/data", "/data/figures", "/data/articles/1.json", "/data.json"))


def test_no_source_is_a_folder_of_the_machine(client: Client, path: Path) -> None:
    article = one(path, "SELECT id FROM articles ORDER BY number LIMIT 1")
    told_nothing(client, path, ("/data/sources", "/data/articles", "/search", f"/api/articles/{article}"))


def told_nothing(client: Client, path: Path, addresses: Iterable[str]) -> None:
    for address in addresses:
        answer = client.get(address)
        for told in (str(path.parent), path.name, "site-packages"):
            assert told not in answer.text, address
            assert told not in str(answer.headers), address


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_only_reading_is_answered(method: str, client: Client) -> None:
    for address in ("/", "/search", "/data", "/data/figures", "/-/logout"):
        answer = client.get(address, method)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD"


def test_tables_and_sql_are_there_for_those_who_want_them(client: Client, path: Path) -> None:
    rows = client.get("/data.json?sql=select+count(*)+as+n+from+figures&_shape=array").json()
    assert rows == [{"n": one(path, "SELECT count(*) FROM figures")}]
    assert "917" in client.get("/data/figures?_search=&value=917").text


def test_a_query_without_end_is_stopped(path: Path) -> None:
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    answer = Client(path, public=True).get("/data", params={"sql": endless})
    assert answer.status_code == 400
    assert answer.elapsed.total_seconds() < 20


def test_styles_are_kept_for_good_under_names_that_change(client: Client) -> None:
    page = client.get("/").text
    style = page.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
    answer = client.get(style, cookies={"lang": "en"})
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert client.get("/assets/page.000000000000.css").status_code == 404


def test_others_are_let_in_only_when_told(path: Path) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "example.com"):
        with pytest.raises(ServingError) as caught:
            Server(path, host, port=0)
        assert "--public" in caught.value.todo


@pytest.mark.parametrize(
    "typed", ["5 " + "a" * 498, "5 " + "% " * 249, "5ty " * 125, "1" * 500, "từ 1 đến " * 60, '"' * 500]
)
def test_nothing_typed_keeps_the_server_busy(typed: str, client: Client) -> None:
    started = monotonic()
    assert client.get("/search", params={"q": typed}).status_code == 200
    assert monotonic() - started < 10
