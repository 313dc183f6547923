"""Whether a deadline has passed: the one answer that every list, case and page shows."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from fengqiao.timing.deadlines import Deadline, DeadlineReason
from fengqiao.timing.hours import moment


@frozen(kw_only=True)
class Overdue:
    """Whether a deadline has passed.

    Args:
        result: Whether it has; None where that can't be told, and `reason` says why.
        reason: Why it can't be told, or why there is no one moment.
        seconds_left: Time left; negative where it has passed, None where there is no one moment.
        done: Whether the act was done, in time or late.

    Units:
        seconds_left: seconds
    """

    result: bool | None
    reason: DeadlineReason | None = None
    seconds_left: int | None = None
    done: bool = False


def overdue(
    deadline: Deadline,
    *,
    at: int | date,
    done_at: int | date | None = None,
    posted_at: int | date | None = None,
) -> Overdue:
    """Say whether a deadline has passed at a moment, or had passed when the act was done.

    Args:
        deadline: The deadline.
        at: The moment as of which it is asked (seconds since 1970); a day stands for its end.
        done_at: When the act was done, if it was; a day counts as in time up to the last day.
        posted_at: When it was posted, where the rule lets posting count.

    Returns:
        The answer. Where the end is open it is still definite at a moment before the earliest or
        after the latest of the readings.

    Source:
        The counting rule of the deadline; a period includes its last second.
    """
    zone = deadline.zone
    done = posted_at if deadline.posting_counts and posted_at is not None else done_at
    asked = moment(at, 1440, zone) - 1 if isinstance(at, date) else at
    if done is not None:
        acted = moment(done, 0, zone) if isinstance(done, date) else done
        if acted <= asked:
            return _at(deadline, acted, done=True)
    return _at(deadline, asked, done=False)


def _at(deadline: Deadline, asked: int, *, done: bool) -> Overdue:
    if deadline.due_at is not None:
        left = deadline.due_at - asked
        return Overdue(result=left < 0, seconds_left=left, done=done)
    if deadline.reason == "held":
        return Overdue(result=False, reason="held", done=done)
    if deadline.not_before is not None and asked <= deadline.not_before:
        return Overdue(result=False, reason=deadline.reason, done=done)
    ends = [reading.deadline.due_at for reading in deadline.readings]
    passed = bool(ends) and all(end is not None and end < asked for end in ends)
    return Overdue(result=True if passed else None, reason=deadline.reason, done=done)
