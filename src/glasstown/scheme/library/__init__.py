"""The schemes that come with the package: data, one file each, and how to find them."""

from glasstown.scheme.library.catalogue import SCHEMES, find

__all__ = ["SCHEMES", "find"]
