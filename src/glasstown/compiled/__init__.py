"""Floor 3. A scheme as integer tables, each traceable to the text."""
