"""A service on FastAPI: facts come in as columns, findings go out, errors are problem JSON."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from http import HTTPStatus
from itertools import count
from typing import Any, Literal
from zoneinfo import ZoneInfo

from fastapi import BackgroundTasks, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse

import fengqiao
from fengqiao.errors import FengqiaoError, Lang, StoreConflict, render

ZONE = ZoneInfo("Asia/Shanghai")
STATUS = (
    (StoreConflict, HTTPStatus.CONFLICT),
    (LookupError, HTTPStatus.NOT_FOUND),
    (OSError, HTTPStatus.SERVICE_UNAVAILABLE),
    (ValueError, HTTPStatus.UNPROCESSABLE_ENTITY),
)
"""Every error of the library is a built-in one as well: the first that fits gives the status."""


def this_moment() -> datetime:
    """When the service came to know what it is told."""
    return datetime.now(ZONE)


def create_app(
    url: str,
    *,
    packs: Iterable[Any] = ("wuhai",),
    config: str | None = None,
    now: Callable[[], datetime] = this_moment,
) -> FastAPI:
    """The service over one store.

    One workspace serves all requests. Routes that are plain functions run in a thread of their own
    already; those that are coroutines hand the work to `asyncio.to_thread`.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = await asyncio.to_thread(
            fengqiao.open_workspace, url, packs=list(packs), config=config
        )
        app.state.workspace, app.state.checks = opened, {}
        app.state.numbers = count(1)
        yield
        opened.close()

    app = FastAPI(title="fengqiao", lifespan=lifespan)
    app.add_exception_handler(FengqiaoError, problem)
    app.add_exception_handler(RequestValidationError, malformed)

    @app.post("/facts/{kind}", status_code=HTTPStatus.CREATED)
    def record(kind: str, columns: dict[str, list[Any]], request: Request) -> dict[str, int]:
        """Record facts as columns; sending them twice is harmless."""
        done = workspace_of(request).record_columns(kind, columns, known_at=now())
        return {"new": done.new, "repeated": done.repeated, "refused": done.refused}

    @app.get("/periods/{period}/findings")
    async def findings(period: str, request: Request) -> StreamingResponse:
        """Findings of a period, one line of JSON each."""
        found = await asyncio.to_thread(workspace_of(request).check, period)
        lines = (f"{line}\n" for line in found.jsonl())
        return StreamingResponse(lines, media_type="application/x-ndjson")

    @app.get("/explanation")
    async def explanation(finding: str, request: Request) -> PlainTextResponse:
        """A finding explained down to its clause, in the language that is asked for."""
        lang = language_of(request)
        text = await asyncio.to_thread(workspace_of(request).explain, finding, lang=lang)
        return PlainTextResponse(text, headers={"Content-Language": lang})

    @app.post("/periods/{period}/checks", status_code=HTTPStatus.ACCEPTED)
    def begin(period: str, request: Request, later: BackgroundTasks) -> JSONResponse:
        """Check a period in the background; say where the result will be."""
        fengqiao.Period.parse(period)  # what can't be asked is refused now, not later
        number = next(request.app.state.numbers)
        request.app.state.checks[number] = {"state": "running"}
        later.add_task(check_later, request.app, number, period)
        place = {"Location": f"/checks/{number}"}
        return JSONResponse({"check": number}, HTTPStatus.ACCEPTED, place, background=later)

    @app.get("/checks/{number}")
    def result(number: int, request: Request) -> JSONResponse:
        """How a check in the background stands."""
        found = request.app.state.checks.get(number)
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        return JSONResponse(found or {"state": "unknown"}, status)

    return app


def workspace_of(request: Request) -> fengqiao.Workspace:
    """The workspace of the service."""
    opened: fengqiao.Workspace = request.app.state.workspace
    return opened


def check_later(app: FastAPI, number: int, period: str) -> None:
    """Check a period and note how many findings there are of each result, or what went wrong."""
    try:
        found: dict[str, Any] = {"state": "done", **app.state.workspace.check(period).counts()}
    except FengqiaoError as error:
        found = {"state": "failed", "code": error.code}
    app.state.checks[number] = found


def language_of(request: Request) -> Lang:
    """Chinese where the request prefers it to English."""
    wanted = request.headers.get("accept-language", "en").lower()
    zh, en = wanted.find("zh"), wanted.find("en")
    found: Literal["en", "zh"] = "zh" if zh >= 0 and (en < 0 or zh < en) else "en"
    return found


async def problem(request: Request, error: Exception) -> JSONResponse:
    """An error of the library as problem JSON, in the language that is asked for.

    Source:
        RFC 9457 (problem details); `code` and `faults` are extensions.
    """
    if not isinstance(error, FengqiaoError):  # it is registered for these alone
        raise error
    lang = language_of(request)
    faults = [{"code": one.code, "detail": render(one, lang)} for one in error.faults]
    status = next(
        (status for kind, status in STATUS if isinstance(error, kind)),
        HTTPStatus.INTERNAL_SERVER_ERROR,
    )
    return _problem(status, lang, code=error.code, detail=render(error, lang), faults=faults)


async def malformed(request: Request, error: Exception) -> JSONResponse:
    """A body of another shape; what stood in it is not repeated, as it may name somebody."""
    del error
    detail = {"en": "The body has another shape.", "zh": "请求体的结构不对。"}
    lang = language_of(request)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _problem(status, lang, code="request.body", detail=detail[lang], faults=[])


def _problem(status: HTTPStatus, lang: Lang, **told: object) -> JSONResponse:
    content = {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "lang": lang,
        **told,
    }
    return JSONResponse(
        json.loads(json.dumps(content, default=str)),
        status,
        {"Content-Language": lang},
        "application/problem+json",
    )
