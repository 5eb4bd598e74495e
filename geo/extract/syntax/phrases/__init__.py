"""Reads noun phrases: the places that they name and how much of them, and the parties."""
