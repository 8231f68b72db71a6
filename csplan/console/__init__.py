"""Complaints and rows to the terminal, to programs and to CI; the only door to rich."""
