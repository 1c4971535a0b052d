"""One figure per file: its data first, its drawing second."""
