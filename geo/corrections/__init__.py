"""An analyst's decisions on claims: a table to decide in, and what the decisions make of the claims.

A table has a row for each claim (:mod:`.table`), whose cells are written so that spreadsheets leave them as they are
(:mod:`.cells`, :mod:`.wording`). It is looked for beside the articles (:mod:`.finding`); its rows are read
(:mod:`.files`), judged and understood (:mod:`.judging`, :mod:`.understanding`), matched with claims (:mod:`.matching`)
and applied (:mod:`.applying`) after reading and before anything is placed or decided. What was decided is told in words
by :mod:`.telling`; a new table that keeps every decision is made by :mod:`.reviewing`.
"""
