"""News reports in, one offline map out: who controlled what, when, each colour backed by the sentence that says so."""

from geo.building import build
from geo.frames import Control, read_control

__all__ = ["Control", "__version__", "build", "read_control"]

__version__ = "0.1.0"
