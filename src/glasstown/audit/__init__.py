"""Questions put to the ledger. The auditor sees the record of a run and nothing of the engine."""
