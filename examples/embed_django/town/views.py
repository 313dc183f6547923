"""One page: what is found of a month, with the host's names."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from fengqiao.errors import FengqiaoError
from fengqiao.errors import render as in_words
from town.duties import workspace
from town.models import Officer

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from fengqiao.errors import Lang


@require_GET
def month(request: HttpRequest, period: str) -> HttpResponse:
    """Findings of a period; names are put in here, at the last moment."""
    lang: Lang = "zh" if (get_language() or "").startswith("zh") else "en"
    try:
        findings = list(workspace().check(period))
    except FengqiaoError as error:
        told = {"period": period, "error": in_words(error, lang), "code": error.code}
        return render(request, "town/month.html", told, status=HTTPStatus.BAD_REQUEST)
    names = dict(Officer.objects.values_list("staff", "name"))
    rows = [
        {
            "subject": names.get(finding.subject, finding.subject),
            "entry": finding.entry,
            "result": finding.result,
            "actual": finding.actual,
            "reason": finding.reason,
        }
        for finding in findings
    ]
    return render(request, "town/month.html", {"period": period, "rows": rows})
