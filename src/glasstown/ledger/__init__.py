"""Floor 3. The record of a run, truth beside record: a sealed folder, and all that an auditor may read."""
