"""Floor 5. Questions put to the text and tables of a scheme; never runs anything."""
