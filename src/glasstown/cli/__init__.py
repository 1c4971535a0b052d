"""Floor 9. The front door: one file per verb."""
