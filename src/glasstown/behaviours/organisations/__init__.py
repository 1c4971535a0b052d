"""What firms and governments do, with what is known about how often."""
