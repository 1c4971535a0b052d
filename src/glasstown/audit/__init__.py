"""Floor 5. Questions put to the ledger, and to nothing else."""
