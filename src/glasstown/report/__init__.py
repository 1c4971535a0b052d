"""Floor 7. Findings into figures, tables and pages; computes nothing new."""
