"""One rule, one file: its page and its decision stand together. The catalogue lists them."""
