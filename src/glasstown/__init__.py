"""Glasstown: a laboratory of social credit schemes, run on a society of people who do not exist."""
