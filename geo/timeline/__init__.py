"""Decides who controlled what, when: located claims in, control intervals and presences out.

A pure function of claims and a region: it reads and writes nothing, and the order of claims does not matter. The way is
statements (:mod:`.statements`, :mod:`.voices`) -> events (:mod:`.events`, :mod:`.dating`) -> verdicts
(:mod:`.conflict`) -> turns (:mod:`.course`, :mod:`.turns`) -> stretches (:mod:`.stretches`, :mod:`.doubt`,
:mod:`.support`) -> intervals (:mod:`.intervals`); the words for each rule are in :mod:`.sentences`, places too small
to be cells in :mod:`.points`, forces that do not control in :mod:`.presence`.
"""

from __future__ import annotations

from geo.timeline.intervals import Control, Memory, decide, decide_control, last_publication, last_report
from geo.timeline.presence import presences
from geo.timeline.speakers import speakers

__all__ = ["Control", "Memory", "decide", "decide_control", "last_publication", "last_report", "presences", "speakers"]
