"""Words for diagnostics (`vocab.wording`)."""

from __future__ import annotations

from glasstown.vocab.wording import LONGEST_QUOTE, kind_of, meant, quoted, short

__all__ = ("LONGEST_QUOTE", "kind_of", "meant", "quoted", "short")
