"""Places: names, the gazetteer, mentions in articles, and where they lie."""
