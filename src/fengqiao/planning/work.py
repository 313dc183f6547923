"""Due work: kept as columns, made into items and JSON one by one when asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen

from fengqiao.planning.blocks import DueBlock
from fengqiao.planning.items import DueItem
from fengqiao.planning.posts import Post, Posts, staff_of
from fengqiao.timing import Period


@frozen(kw_only=True, repr=False, slots=False)
class DueWork:
    """What is due over a period, in the order of pack, entry, period and subject.

    Attributes:
        period: The period asked for; items are of every period that shares a day with it.
        on: The day as of which facts were read.
        blocks: One per entry, period and kind of subject; action items come last.
        kept: Which subjects of each block are meant; None: all.
        posts: Who may do what.
    """

    period: Period
    on: date
    blocks: tuple[DueBlock, ...]
    kept: tuple[tuple[int, ...] | None, ...]
    posts: Posts

    def __repr__(self) -> str:
        """How many items there are, by their state."""
        return f"DueWork({self.counts()})"

    def __len__(self) -> int:
        """Number of items."""
        return sum(len(some) for _, some in self._indices())

    def __iter__(self) -> Iterator[DueItem]:
        """Each item."""
        return (block.item(index) for block, some in self._indices() for index in some)

    def open(self) -> Iterator[DueItem]:
        """Items of which something is still to be done, as far as that is known."""
        for block, some in self._indices():
            for index in some:
                if block.open(index):
                    yield block.item(index)

    def find(self, item_id: str) -> DueItem | None:
        """The item of an id, or None."""
        return next((item for item in self if item.id == item_id), None)

    def able(self, item: DueItem) -> tuple[str, ...]:
        """Staff who may do an item on a day of its window, by id; none where no role is named."""
        if item.staff is not None and item.staff != item.subject:
            return (item.staff,)
        return staff_of(self.posts_of(item), item.window)

    def posts_of(self, item: DueItem) -> tuple[Post, ...]:
        """Posts whose holders may do an item."""
        if item.staff is not None and item.staff != item.subject:
            return tuple(
                post
                for post in self.posts.all
                if post.staff == item.staff and post.role in item.who
            )
        return self.posts.able(
            item.subject_kind,
            item.subject,
            area=item.area,
            station=item.station,
            who=item.who,
        )

    def fulfilled(self, event_id: str) -> tuple[str, ...]:
        """Ids of the items for which a recorded event counts: one event may count for several."""
        return self._by_event.get(event_id, ())

    def counts(self) -> dict[str, int]:
        """How many items are done, open, or can't be told; the first is all of them."""
        unsure = done = 0
        for block, some in self._indices():
            for index in some:
                if index in block.reasons:
                    unsure += 1
                elif not block.open(index):
                    done += 1
        total = len(self)
        return {
            "items": total,
            "open": total - unsure - done,
            "done": done,
            "not_checkable": unsure,
        }

    def to_json(self) -> dict[str, Any]:
        """All items as plain data: `{"format", "period", "on", "items", "counts"}`."""
        return {
            "format": 1,
            "period": str(self.period),
            "on": self.on.isoformat(),
            "items": [item.to_json() for item in self],
            "counts": self.counts(),
        }

    def jsonl(self) -> Iterator[str]:
        """One line of JSON per item, made as it is asked for."""
        for item in self:
            yield json.dumps(item.to_json(), ensure_ascii=False)

    def only(self, keep: Callable[[DueBlock, int], bool]) -> DueWork:
        """The items that pass a test of their block and index."""
        kept = tuple(
            tuple(index for index in some if keep(block, index)) for block, some in self._indices()
        )
        return DueWork(
            period=self.period, on=self.on, blocks=self.blocks, kept=kept, posts=self.posts
        )

    @cached_property
    def _by_event(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for item in self:
            for event in item.fulfilled_by:
                found.setdefault(event, []).append(item.id)
        return {event: tuple(items) for event, items in found.items()}

    def _indices(self) -> Iterator[tuple[DueBlock, range | tuple[int, ...]]]:
        for block, some in zip(self.blocks, self.kept, strict=True):
            yield block, range(len(block)) if some is None else some
