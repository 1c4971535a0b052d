"""The part of the dense scheme with acts and capacities of its own."""

from __future__ import annotations

OWN_ACTS = """\
[[act]]
id = "fair"
title = "A stall at the fair"
by = "adult"
victim = "another"
lawful = true
rate = 2
needs = ["health-insured"]
lacks = ["sick"]
capacity = ["public-job"]
place = "match"
effect = { what = "asset-gained", asset = "licence", chance = 0.5 }
denied = { what = "asset-lost", asset = "home", chance = 0.5 }
harm = { tie = "neighbour", what = "asset-gained", asset = "short-of-money", chance = 0.5 }
mark = "fiction"
cite = ["test-book"]

[[act]]
id = "round-of-drinks"
title = "A round for everybody"
by = "resident"
victim = "nobody"
lawful = true
after = { act = "red-light", chance = 0.5 }
effect = { what = "income-down" }
mark = "fiction"
cite = ["test-book"]

[[act]]
id = "summons"
title = "Called to the office"
by = "adult"
victim = "nobody"
lawful = true
rate = 4
denied = { what = "tie-cut" }
effect = { what = "tie-cut" }
mark = "fiction"
cite = ["test-book"]

[[act]]
id = "lesson"
title = "A lesson at the office"
by = "adult"
victim = "nobody"
lawful = true
rate = 4
mark = "fiction"
cite = ["test-book"]

[[capacity]]
id = "crossing"
title = "Crossing the square"
acts = ["summons", "family-visit"]

[[capacity]]
id = "idling"
title = "Standing about"
acts = ["lesson"]

[[consequence]]
id = "kept-busy"
title = "Kept busy"
grade = "middle"
deny = ["crossing"]
brings = ["lesson"]
notice = "none"
mark = "fiction"
cite = ["test-book"]

"""
