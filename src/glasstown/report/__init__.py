"""Findings into figures, tables and pages. Nothing new is computed here."""
