"""Floor 2. A scheme as text and what the text means; no arrays."""
