"""The parser, and the trees that it makes of sentences: nothing else here knows the model."""
