"""The patterns of dates counted from another day: weekdays, ``last week``, ``two days later``, ``that spring``.

As those of :mod:`geo.date_expressions.grammar` they are matched where a date may begin, and repeat within bounds.
"""

from __future__ import annotations

import re
from typing import Final

from geo.date_expressions.grammar import BLANK as _S
from geo.date_expressions.grammar import MONTH_NAME, WEEKDAY_NAME

_TIME = "night|morning|afternoon|evening"
_SEASON = "spring|summer|autumn|fall|winter"
_OF_DAY = rf"(?:{_S}(?P<time>(?i:{_TIME})))?(?!\w)"
_PART = rf"(?:beginning|start|middle|end|first{_S}half|second{_S}half){_S}of"
_COUNT = rf"[0-9]{{1,3}}|(?i:an?{_S}(?:few|couple{_S}of)|[a-z]{{1,9}}(?:-[a-z]{{3,5}})?)"
_UNIT = "hour|day|night|week|fortnight|month|year|decade"
_MORE = rf"(?:{_S}(?i:more|full|long|straight|consecutive|whole|successive))?"
_PLURAL = "(?i:hours|days|weeks|months|years|decades)"

WEEKDAY: Final = re.compile(
    rf"(?:(?P<which>(?i:last|next|this|on|early|late)){_S})?(?P<weekday>{WEEKDAY_NAME}){_OF_DAY}"
)
RELATIVE: Final = re.compile(
    rf"(?P<day>(?i:yesterday|today|tomorrow|tonight)){_OF_DAY}"
    rf"|(?P<which>(?i:(?:late|early|{_PART}){_S}(?:last|this|next)|(?:earlier|later){_S}this|last|next|this|past)){_S}"
    rf"(?P<unit>(?i:weekend|week|month|year|decade|{_SEASON}|{_TIME})|(?P<month>{MONTH_NAME})(?!{_S}[0-9]))"
    rf"(?!\w)(?!{_S}of\b)"
    # over the past ten days, in the next few weeks, in recent days
    rf"|(?P<span>(?i:last|past|next|coming)){_S}(?:(?P<count>{_COUNT}){_S})?(?P<units>(?i:{_UNIT}))s(?!\w)"
    rf"|(?P<recent>(?i:recent)){_S}(?P<units_r>(?i:{_UNIT}))s(?!\w)"
)
STORY: Final = re.compile(
    rf"(?:(?P<part>(?i:early|earlier|late|later|{_PART})){_S}(?:in{_S})?(?:on{_S})?)?"
    rf"(?P<way>(?i:(?:that|the){_S}(?:very{_S})?same|the{_S}(?:following|previous|preceding|next)|that"
    rf"|the(?={_S}(?:day|week|month|year|decade))|same|following|previous|preceding|next)){_S}"
    rf"(?P<unit>(?i:day|{_TIME}|weekend|week|month|year|decade|{_SEASON})|{MONTH_NAME}(?!{_S}[0-9])|{WEEKDAY_NAME})"
    rf"(?![\w-])(?!['\u2019]s{_S}(?i:time))(?:{_S}(?P<time>(?i:{_TIME}))(?!\w))?"
)
THE_NEXT: Final = re.compile(
    rf"(?P<unit>(?i:day|{_TIME}|week|weekend|month|year)){_S}(?P<way>(?i:after|before))(?!\w)"
    rf"(?P<named>{_S}(?i:tomorrow|yesterday)(?!\w))?|(?P<weekend>(?i:weekend))(?!\w)"
)
_NO_LENGTH = rf"{_S}(?i:old|of{_S}age|and{_S}a{_S}half)\b"
COUNTED: Final = re.compile(
    rf"(?P<count>{_COUNT}){_MORE}{_S}(?P<plural>(?P<unit>(?i:{_UNIT}))(?i:s)?)(?![\w-]|{_NO_LENGTH})(?:"
    rf"{_S}(?P<ago>(?i:ago))(?!\w)(?:{_S}(?P<on>(?i:today|this{_S}(?:week|month|day)))(?!\w))?"
    rf"|(?P<hence>['\u2019]?{_S}(?i:from{_S}now|time))(?!\w)"
    rf"|{_S}(?P<way>(?i:later|earlier|afterwards?|early|late|after|before))(?!\w))?"
    rf"|(?P<count_h>{_COUNT})-(?P<unit_h>(?i:{_UNIT}))(?:-long)?(?![\w-]|{_S}old\b)"
    rf"|(?P<unit_b>{_PLURAL})(?!\w)(?:{_S}(?P<ago_b>(?i:ago))(?!\w)"
    rf"|{_S}(?P<way_b>(?i:later|earlier|afterwards?|after|before))(?!\w))?"
)
RUNNING: Final = re.compile(
    rf"(?P<ordinal>(?i:[a-z]{{3,9}}(?:-[a-z]{{3,7}})?)){_S}(?P<row>(?i:straight|consecutive|successive){_S})?"
    rf"(?P<unit>(?i:day|night|week|month|year))(?!\w)(?P<running>{_S}(?i:running|in{_S}a{_S}row)(?!\w))?"
)
_NTH = r"0?[1-9]|[12][0-9]|3[01]"
DAY: Final = re.compile(
    rf"(?P<day>{_NTH})(?:st|nd|rd|th)(?![\w%-]|[.:][0-9])"
    rf"(?:(?:{_S}(?:to|until|till|through|and){_S}|[-\u2013])(?:the{_S})?(?P<last>{_NTH})(?:st|nd|rd|th)(?![\w%-]))?"
    rf"(?:{_S}of{_S}(?P<way>(?i:that|the{_S}same|last|this|next|the{_S}(?:following|previous))){_S}month(?!\w))?"
)
NAMED_DAY: Final = re.compile(
    rf"(?P<word>(?i:[a-z]{{4,11}}(?:-[a-z]{{3,7}})?)){_S}(?:day{_S})?of{_S}(?:(?P<month>{MONTH_NAME})"
    rf"(?:(?:,{_S}|{_S})(?P<year>(?:1[5-9]|20)[0-9][0-9])(?![\w%]|[.,][0-9]))?"
    rf"|(?P<way>(?i:that|the{_S}same|last|this|next)){_S}month(?!\w))"
)
SEASON: Final = re.compile(rf"(?P<season>(?i:{_SEASON}))(?!\w)")
_WHOSE = rf"(?:that|the){_S}same|that|last|this|next|the{_S}(?:following|previous|next)"
OF_YEAR: Final = re.compile(
    rf"(?:,?{_S}(?:of{_S}|in{_S})?"
    rf"(?P<way>(?i:{_WHOSE})){_S}(?i:year)|,?{_S}(?P<after>(?i:the{_S}year{_S}(?:before|after))))(?!\w)"
)
"""The year that a month, day or season takes from another: ``December of that year``, ``spring last year``."""
