"""Floor 3. People who do not exist: a pure function of spec, seed and number. Knows no scheme."""
