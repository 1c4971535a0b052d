"""Floor 0. The words everybody shares: columns, codes, acts, evidence, arrays, faults. Imports nothing of ours."""
