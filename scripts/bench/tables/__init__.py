"""One table to a module. It has `TITLE`, and `rows(folder)`, which yields its rows.

`folder` keeps what is slow to make between runs; each row is a `bench.measure.Row`.
"""
