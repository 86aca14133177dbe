"""Getting the open files that the evidence store reads: one room, the only one that speaks to the internet.

`police_uk` and `areas` say what is wanted and report what came; `transfer`, `pages` and `remote_zip` move the bytes so
that an interrupted fetch carries on where it stopped; `contents` refuses what is not what it should be.
"""
