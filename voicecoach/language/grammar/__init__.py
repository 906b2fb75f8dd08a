"""The grammar: how numbers, times and distances are written, by tokens, in the words of a language.

The values of keys and the lines of the short form both ask it.
"""
