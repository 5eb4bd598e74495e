"""Reads clauses: what plays a part in them, and how their verbs are meant."""
