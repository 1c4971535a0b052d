"""Floor 6. Many runs, one question: paired worlds and what comes of comparing them."""
