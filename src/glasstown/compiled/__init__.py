"""Scheme to tables: the seam between words and numbers."""
