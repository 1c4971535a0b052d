"""Floor 4. The only room where scheme, people and behaviour meet; writes the ledger."""
