"""Reads claims from sentences by a linear grammar: the way without a parser."""
