"""Exporting: from a routine to the files of other programs.

A routine's phases become the one tree of steps that importers make as well (`parts`), folded into
sets and repeats. The exporter of a format (`formats`) writes it; what that format has no place for
is found in the tree beforehand (`losses`).
"""
