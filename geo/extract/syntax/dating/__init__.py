"""Gives what is told its date: the narrowest interval that the article supports."""
