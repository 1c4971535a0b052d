"""Tables of the review: the contexts of life and how related they are, the words it looks for, and the law packs."""
