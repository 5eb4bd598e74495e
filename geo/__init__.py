"""News reports in, one offline map out: who controlled what, when, each colour backed by the sentence that says so."""

__version__ = "0.1.0"
