"""Fills the predicates of the lexicon: who did what to which place."""
