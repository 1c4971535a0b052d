"""Floor 1. Fast integer arithmetic without meaning; the only door to Numba."""
