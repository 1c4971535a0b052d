"""Six lives out of a run: who is chosen, and what happened to them."""
