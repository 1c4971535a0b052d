"""One life: everything the ledger holds about one resident, by day, and what was decided against them."""
