"""Dense schemes whose score is worked out anew on certain days: an index, and a class."""

from __future__ import annotations

import re

from scheme.dense import RULES

_BARE = re.sub(r"\[\[rule\]\]\n(?:.+\n)+\n", "", RULES)

CATEGORIES = """\
[[category]]
id = "history"
title = "What was recorded of bills"
value = "clamp(9000 - 1500 * count(late-bill, 200) - 2500 * count(civil-dispute, 365), 0, 10000)"
weight = 35
needs = "count(late-bill, 200) + count(charity-gift, 365) > 0"
default = 6000
mark = "fiction"
cite = ["test-book"]

[[category]]
id = "deeds"
value = "3000 + 2000 * min(3, count(charity-gift, 365)) - 1200 * count(queue-jumping, 100)"
weight = 20.5
needs = "count(charity-gift, 365) > 0 or age > 30"
mark = "fiction"
cite = ["test-book"]

[[category]]
id = "means"
value = "1000 * income-fifth + 2000 * home + step(age, 18, 500, 40, 2500) - 700 * count(critical-post, 90)"
weight = 15
mark = "fiction"
cite = ["test-book"]

"""

_INDEX_KEYS = """\
kind = "index"
refresh_days = 30
refresh_offset = 5
thin = { least = 2, default = 60 }
"""

INDEX = _BARE.replace("[score]\n", f"[score]\n{_INDEX_KEYS}") + CATEGORIES
"""An index of three categories."""

_CLASS_KEYS = """\
kind = "class"
value = "clamp(110 - 12 * count(late-bill, 365) - 8 * count(queue-jumping, 31) + 5 * count(charity-gift, 90), 0, 150)"
refresh_days = 20
refresh_offset = 40
"""

CLASS = _BARE.replace("[score]\n", f"[score]\n{_CLASS_KEYS}")
"""A class by one formula, first worked out on day 40."""
