"""Reads claims from sentences that a dependency parser has analysed."""
