"""Floor 3. What people do and how they respond; sees columns only, never the scheme."""
