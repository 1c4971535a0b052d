"""Findings into figures, tables and pages. Findings come from the audit; here rows are only counted."""
