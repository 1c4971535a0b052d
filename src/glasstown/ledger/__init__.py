"""The record of a run: a sealed folder of tables, and the only thing an auditor may read."""
