"""One tree of errors: each names the value that was wrong and says what to try.

Every error is a :class:`GeoError` and a builtin's kin, so that callers may catch either. The command line turns a
``GeoError`` into its message on stderr and exit status 1; nothing else in the package prints or exits.
"""

from __future__ import annotations


class GeoError(Exception):
    """Anything that this package refuses to do; the message is meant for the person who asked."""


class RecordError(GeoError, ValueError):
    """A record read from a file lacks a field, has an unknown one, or holds a value outside its contract."""


class OffsetError(GeoError, ValueError):
    """A span does not point at the text that it claims to quote."""


class DateError(GeoError, ValueError):
    """A date or interval is not EDTF of level 0-1, or ends before it starts."""


class UnknownPlaceError(GeoError, LookupError):
    """No place or area of the region has that name."""


class UnknownClaimError(GeoError, LookupError):
    """No claim has that id, or several have one that begins so."""


class UnknownRegionError(GeoError, LookupError):
    """No folder ``shapes/<name>`` holds a region of that name."""


class UnknownLanguageError(GeoError, LookupError):
    """The region has no names in that language."""


class RegionError(GeoError, ValueError):
    """A region's folder is incomplete or contradicts itself; the message names file and row."""


class InputError(GeoError, ValueError):
    """A file or folder given as input cannot be read as articles."""


class MissingInputError(GeoError, FileNotFoundError):
    """A file or folder given as input does not exist."""


class OutputError(GeoError, OSError):
    """A file could not be written; nothing half-written was left behind."""


class MissingPackageError(GeoError, ImportError):
    """A format or engine takes a package that is not installed."""
