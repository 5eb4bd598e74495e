"""What is asked of a record often is worked out once, and is no part of what the record equals."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from geo.timeline.once import once


@dataclass(frozen=True, kw_only=True)
class _Square:
    side: int
    asked: list[int] = field(default_factory=list, compare=False)

    @once
    def area(self) -> int:
        self.asked.append(self.side)
        return self.side**2


def test_it_is_worked_out_once_for_each_record() -> None:
    square = _Square(side=3)
    assert (square.area, square.area, square.asked) == (9, 9, [3])


def test_a_changed_record_works_it_out_anew() -> None:
    square = _Square(side=3)
    assert square.area == 9
    assert replace(square, side=4).area == 16


def test_a_record_that_was_asked_equals_one_that_was_not() -> None:
    square = _Square(side=3)
    assert square.area == 9
    assert square == _Square(side=3)
    assert hash(square) == hash(_Square(side=3))
