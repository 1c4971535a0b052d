"""The people of Glasstown: drawn from published aggregates, by number, and from nothing else.

From the table to the resident: `reading` and `spec` (aggregates with their evidence), `frame`, `ages`,
`members` and `fit` (households that add up to the census), `counts`, `schooling`, `labour` and `money`
(exact chances), `tables` (integers), `draw`, `attributes` and `lookalikes` (kernels), `build` (the only
door). Beside them: `ties`, `traits`, `shares` (what rates are normalised by) and `check` (does a town
look like its society).
"""
