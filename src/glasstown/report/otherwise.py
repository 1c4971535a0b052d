"""What is otherwise in a second world, a sentence for each thing that is switched off or added."""

from __future__ import annotations

from glasstown.vocab.change import BY_WORD, Change


def what_is_otherwise(change: Change) -> tuple[str, ...]:
    """Say of each thing that is switched off or added what is so in the changed world."""
    return tuple(f"{text}: {BY_WORD[part.word].says}." for text, part in zip(change.texts, change.parts, strict=True))
