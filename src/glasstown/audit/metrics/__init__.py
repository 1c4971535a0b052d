"""One metric per file. The catalogue of all of them is `audit.catalogue`."""
