"""The service on FastAPI does what its Readme says; requests go to the app itself."""

from __future__ import annotations

import asyncio
import importlib.util
import json
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao.testing.builders import visits
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city

if TYPE_CHECKING:
    import httpx

pytestmark = pytest.mark.needs("fastapi", "httpx", "time")
KNOWN_AT = datetime(2018, 8, 2, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
MARKER = "a marker of the host"

Requests = Callable[["httpx.AsyncClient"], Coroutine[Any, Any, None]]


@pytest.fixture(scope="module")
def example() -> ModuleType:
    """The module of the example."""
    path = Path(__file__).parents[2] / "examples" / "embed_fastapi" / "app.py"
    spec = importlib.util.spec_from_file_location("embed_fastapi_app", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ask(example: ModuleType, tmp_path: Path) -> Callable[[Requests], None]:
    """Starts the service over the small town and lets a client ask it."""
    import httpx

    url = f"sqlite:///{tmp_path}/town.db"
    with fengqiao.open_workspace(url, packs=[SMALL_PACK]) as workspace:
        small_city(workspace)
    app = example.create_app(url, packs=[SMALL_PACK], now=lambda: KNOWN_AT)

    async def serve(requests: Requests) -> None:
        transport = httpx.ASGITransport(app=app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://town") as client,
        ):
            await requests(client)

    return lambda requests: asyncio.run(serve(requests))


def test_findings_come_as_lines(ask: Callable[[Requests], None]) -> None:
    """Officer S01 visited the 3 households that the small pack asks for, S02 did not."""

    async def requests(client: httpx.AsyncClient) -> None:
        response = await client.get("/periods/2018-07/findings")
        found = [json.loads(line) for line in response.text.splitlines()]
        visited = {one["subject"]["id"]: one["result"] for one in found if "visits" in one["entry"]}
        assert visited == {"S01": "met", "S02": "not_met"}

    ask(requests)


def test_many_may_ask_at_once(ask: Callable[[Requests], None]) -> None:
    """Twelve requests at the same time get the same answer."""

    async def requests(client: httpx.AsyncClient) -> None:
        asked = (client.get("/periods/2018-07/findings") for _ in range(12))
        answers = await asyncio.gather(*asked)
        assert len({answer.text for answer in answers}) == 1
        assert {answer.status_code for answer in answers} == {200}

    ask(requests)


def test_facts_are_recorded_once(ask: Callable[[Requests], None]) -> None:
    """The same columns sent again are repeated."""
    columns = visits(2, first=20, staff="S01", station="ST01", area=COMMUNITIES[0])
    body = {name: list(cells) for name, cells in columns.items()}

    async def requests(client: httpx.AsyncClient) -> None:
        told = [(await client.post("/facts/visit", json=body)).json() for _ in range(2)]
        assert told == [
            {"new": 2, "repeated": 0, "refused": 0},
            {"new": 0, "repeated": 2, "refused": 0},
        ]

    ask(requests)


@pytest.mark.parametrize(("wanted", "lang"), [("zh-CN,zh;q=0.9,en;q=0.5", "zh"), ("en", "en")])
def test_errors_are_problems(ask: Callable[[Requests], None], wanted: str, lang: str) -> None:
    """Type, status, code, and a text in the language of the request (RFC 9457, section 3)."""

    async def requests(client: httpx.AsyncClient) -> None:
        response = await client.get("/periods/July/findings", headers={"Accept-Language": wanted})
        told = response.json()
        assert response.headers["content-type"] == "application/problem+json"
        assert (response.status_code, told["status"], told["code"]) == (422, 422, "period.text")
        assert response.headers["content-language"] == told["lang"] == lang
        assert ("时段" in told["detail"]) is (lang == "zh")

    ask(requests)


def test_status_follows_from_the_class(ask: Callable[[Requests], None]) -> None:
    """What isn't there is 404; other content under an id that is taken is 409."""
    columns = visits(1, id="v1", staff="S01", station="ST01", area=COMMUNITIES[0])
    body = {name: list(cells) for name, cells in columns.items()}

    async def requests(client: httpx.AsyncClient) -> None:
        nothing = await client.get("/explanation", params={"finding": "testtown:a@staff/b:2018-07"})
        taken = await client.post("/facts/visit", json=body)
        assert (nothing.status_code, taken.status_code) == (404, 409)

    ask(requests)


def test_what_is_refused_is_not_repeated(ask: Callable[[Requests], None]) -> None:
    """Neither a wrong value nor a body of another shape comes back in the problem."""

    async def requests(client: httpx.AsyncClient) -> None:
        for body in ({"id": [MARKER]}, {"id": MARKER}, [MARKER]):
            response = await client.post("/facts/visit", json=body)
            assert response.headers["content-type"] == "application/problem+json"
            assert MARKER not in response.text

    ask(requests)


def test_finding_is_explained(ask: Callable[[Requests], None]) -> None:
    """As the library explains it, in Chinese."""

    async def requests(client: httpx.AsyncClient) -> None:
        lines = (await client.get("/periods/2018-07/findings")).text.splitlines()
        finding = json.loads(lines[0])["id"]
        response = await client.get(
            "/explanation", params={"finding": finding}, headers={"Accept-Language": "zh"}
        )
        assert response.status_code == 200
        assert "S01" in response.text
        assert response.headers["content-language"] == "zh"

    ask(requests)


def test_check_runs_in_the_background(ask: Callable[[Requests], None]) -> None:
    """The place of the result is told at once; it holds the counts when the check is done."""

    async def requests(client: httpx.AsyncClient) -> None:
        begun = await client.post("/periods/2018-07/checks")
        assert begun.status_code == 202
        result = (await client.get(begun.headers["location"])).json()
        with fengqiao.open_workspace(packs=[SMALL_PACK]) as workspace:
            small_city(workspace)
            assert result == {"state": "done", **workspace.check("2018-07").counts()}
        assert (await client.get("/checks/99")).status_code == 404

    ask(requests)


def test_background_check_of_no_period_is_refused_at_once(ask: Callable[[Requests], None]) -> None:
    """Nobody has to come back to hear of it."""

    async def requests(client: httpx.AsyncClient) -> None:
        response = await client.post("/periods/July/checks")
        assert (response.status_code, response.json()["code"]) == (422, "period.text")

    ask(requests)
