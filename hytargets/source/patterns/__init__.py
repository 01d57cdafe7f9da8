"""The tables that tell figures from words, by subject.

They are what a maintainer adds to: a row for each group of alternatives, with what it is for. Every
pattern is written for text whose full-width forms have been made plain (`characters.plain_forms`).
Runs of digits, numerals and words are bounded, so that no text makes a search slow; keep them so.
"""
