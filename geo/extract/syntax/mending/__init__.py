"""Mends what the parser often gets wrong, before anything is read from a tree."""
