"""Schemes whose audit can be worked out on paper: nobody knows of them, acts of their own, one clerk, one list."""

from __future__ import annotations

from collections.abc import Iterable

HEAD = """\
[scheme]
id = "on-paper"
title = "A scheme that can be worked out on paper"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["assumption"]

[subjects]
min_age_years = 0
coverage = 1

[awareness]
start = {aware}
learned_per_year = 0

"""
"""Everybody is scored; who does not know of it on day 0 learns of it by notice alone."""

SOCIETY = """\
[society]
id = "three-alike"
title = "Three invented groups, a third of all each"
base = "china-2020"
mark = "assumed"
cite = ["assumption"]

[[scalars]]
variable = "minority_share"
value = 66.666
band = [60, 70]

[[scalars]]
variable = "minority_a_share"
value = 50
band = [40, 60]
"""
"""Groups large enough to be told apart in a small town."""


def head(aware: float = 0) -> str:
    """Who is scored and who knows of it."""
    return HEAD.format(aware=aware)


def act(name: str, per_year: float, more: str = "") -> str:
    """An act of the file that everybody does at this rate; lawful and no speech, so that nothing holds it back."""
    rate = f"rate = {per_year}\n" if per_year else ""
    return (
        f'[[act]]\nid = "{name}"\ntitle = "An act named {name}"\nby = "resident"\nvictim = "nobody"\nlawful = true\n'
        f"{rate}{more}\n"
    )


def clerk(name: str, sees: Iterable[str], *, detection: float = 0, false: float = 0, wrong: float = 0,
          delay: int = 0, more: str = "") -> str:  # fmt: skip
    """A source: what it sees of an act, makes up in a year, and puts to somebody else; late by so many days."""
    acts = ", ".join(f'"{one}"' for one in sees)
    return (
        f'[[source]]\nid = "{name}"\ncontext = "public-order"\nsees = [{acts}]\ndetection = {detection}\n'
        f'false_per_year = {false}\nwrong_person = {wrong}\nmatch = "id-code"\ndelay_days = {delay}\n'
        f'delay = "fixed"\n{more}\n'
    )


def listing(acts: Iterable[str], *, term: int = 0, more: str = "") -> str:
    """A published list, which punishes day by day, and one ground for it; open-ended without a term."""
    named = ", ".join(f'"{one}"' for one in acts)
    days = f"term_days = {term}\n" if term else ""
    return (
        f'[publicity]\npublished = true\n\n[[list]]\nid = "posted"\n\n[[ground]]\nid = "seen"\nlist = "posted"\n'
        f"acts = [{named}]\n{days}{more}\n"
    )


def errands(notice: str = "none", per_year: float = 0.1) -> str:
    """Who is listed may run no errands, and is told so or not."""
    return (
        act("errand", per_year, 'capacity = ["errands"]\n')
        + f'[[capacity]]\nid = "errands"\nacts = ["errand"]\n\n[[consequence]]\nid = "no-errands"\nlist = "posted"\n'
        f'deny = ["errands"]\nnotice = "{notice}"\n\n'
    )


def points(acts: Iterable[str], *, expires: int = 0, took: int = 60) -> str:
    """A sum of points that starts at 100; below 50 errands are denied, and each record takes 60 for a time."""
    days = f"expires_days = {expires}\n" if expires else ""
    rules = "".join(f'[[rule]]\nid = "of-{one}"\nact = "{one}"\npoints = -{took}\n{days}\n' for one in acts)
    return (
        '[score]\nstart = 100\nlowest = 0\nhighest = 100\ncap = "on-reading"\nstack = "record"\n\n'
        f"{rules}"
        '[[grade]]\nid = "good"\nat_least = 50\n\n[[grade]]\nid = "low"\n\n'
        + act("errand", 0.1, 'capacity = ["errands"]\n')
        + '[[capacity]]\nid = "errands"\nacts = ["errand"]\n\n'
        '[[consequence]]\nid = "no-errands"\ngrade = "low"\ndeny = ["errands"]\nnotice = "none"\n\n'
    )


def association(tie: str, share: float) -> str:
    """Those tied to who loses points lose a share of them."""
    return f'[[association]]\nid = "answering"\ntie = "{tie}"\ncarries = "losses"\nshare = {share}\n\n'
