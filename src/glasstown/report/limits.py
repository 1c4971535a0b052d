"""What every report says about what the model leaves out."""

from __future__ import annotations

from typing import Final

LIMITS: Final = (
    "Nobody here exists. Residents are numbers drawn from published shares; groups are invented and stand for nobody.",
    "The cohort is closed: nobody is born, dies, moves or changes household. People age by date.",
    "Rates of acts are mostly assumed. Absolute numbers are weak; differences between paired worlds are stronger.",
    "Records, bans and what people know change at the end of a step; within a step they are those of its beginning.",
    "Who was punished wrongly is asked of the acts as they were lived, not of what somebody would have done instead.",
    "Scarce places, such as public jobs, pass to somebody else; a private job, a loan or support refused does not.",
    "Speech that is held back changes nobody's opinion; a friendship that lapses does so on one side.",
    "The scheme is what its text says; what officials did beside the text is not in it unless the file says so.",
    "One world was lived: a number is one draw of luck and has no interval.",
)
"""One sentence each; the long form stands in the documentation."""
