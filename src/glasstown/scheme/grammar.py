"""The grammar of a scheme file: every table and every key, once.

Reading, the nearest name for an unknown key, the reference page and the tests all come from here. A
key that is not in this catalogue cannot be read; a key that is in it is always read.
"""

from __future__ import annotations

from typing import Final

from glasstown.scheme.grammar_acts import ACT_KEYS, ACT_TABLES
from glasstown.scheme.grammar_agree import AGREE_KEYS, AGREE_TABLES
from glasstown.scheme.grammar_caps import CAP_KEYS, CAP_TABLES
from glasstown.scheme.grammar_consent import CONSENT_KEYS, CONSENT_TABLES
from glasstown.scheme.grammar_consequences import CONSEQUENCE_KEYS, CONSEQUENCE_TABLES
from glasstown.scheme.grammar_dated import DATED_KEYS
from glasstown.scheme.grammar_dues import DUE_KEYS, DUE_TABLES
from glasstown.scheme.grammar_favour import FAVOUR_KEYS, FAVOUR_TABLES
from glasstown.scheme.grammar_holders import HOLDER_KEYS, HOLDER_TABLES
from glasstown.scheme.grammar_index import INDEX_KEYS, INDEX_TABLES
from glasstown.scheme.grammar_inferences import INFERENCE_KEYS, INFERENCE_TABLES
from glasstown.scheme.grammar_legal import LEGAL_KEYS, LEGAL_TABLES
from glasstown.scheme.grammar_lists import LIST_KEYS, LIST_TABLES
from glasstown.scheme.grammar_meters import METER_KEYS, METER_TABLES
from glasstown.scheme.grammar_numbers import NUMBER_KEYS, NUMBER_TABLES
from glasstown.scheme.grammar_organisations import ORGANISATION_KEYS, ORGANISATION_TABLES
from glasstown.scheme.grammar_peer import PEER_KEYS, PEER_TABLES
from glasstown.scheme.grammar_points import POINT_KEYS, POINT_TABLES
from glasstown.scheme.grammar_politics import POLITICS_KEYS, POLITICS_TABLES
from glasstown.scheme.grammar_process import PROCESS_KEYS
from glasstown.scheme.grammar_quantities import QUANTITY_KEYS, QUANTITY_TABLES
from glasstown.scheme.grammar_ranks import RANK_KEYS
from glasstown.scheme.grammar_recipients import RECIPIENT_KEYS
from glasstown.scheme.grammar_records import RECORD_KEYS, RECORD_TABLES
from glasstown.scheme.grammar_refit import REFIT_KEYS, REFIT_TABLES
from glasstown.scheme.grammar_repairs import REPAIR_KEYS, REPAIR_TABLES
from glasstown.scheme.grammar_returns import RETURN_KEYS
from glasstown.scheme.grammar_review import REVIEW_KEYS, REVIEW_TABLES
from glasstown.scheme.grammar_rewards import REWARD_KEYS
from glasstown.scheme.grammar_rules import FIGURE_KEYS, FIGURE_TABLES, RULE_KEYS, RULE_TABLES
from glasstown.scheme.grammar_states import STATE_KEYS, STATE_TABLES
from glasstown.scheme.grammar_ties import TIE_KEYS, TIE_TABLES
from glasstown.scheme.grammar_town import TOWN_KEYS, TOWN_TABLES
from glasstown.scheme.grammar_votes import VOTE_KEYS, VOTE_TABLES
from glasstown.scheme.grammar_watch import WATCH_KEYS, WATCH_TABLES
from glasstown.scheme.key import Key, Table

TABLES: Final[tuple[Table, ...]] = (
    *TOWN_TABLES,
    *ORGANISATION_TABLES,
    *RECORD_TABLES,
    *ACT_TABLES,
    *DUE_TABLES,
    *WATCH_TABLES,
    *HOLDER_TABLES,
    *RULE_TABLES,
    *METER_TABLES,
    *INFERENCE_TABLES,
    *NUMBER_TABLES,
    *INDEX_TABLES,
    *AGREE_TABLES,
    *CAP_TABLES,
    *REPAIR_TABLES,
    *STATE_TABLES,
    *QUANTITY_TABLES,
    *POINT_TABLES,
    *TIE_TABLES,
    *LIST_TABLES,
    *CONSEQUENCE_TABLES,
    *CONSENT_TABLES,
    *FAVOUR_TABLES,
    *PEER_TABLES,
    *POLITICS_TABLES,
    *VOTE_TABLES,
    *REFIT_TABLES,
    *FIGURE_TABLES,
    *LEGAL_TABLES,
    *REVIEW_TABLES,
)
"""Every table, in the order in which a file is best read."""

KEYS: Final[tuple[Key, ...]] = (
    *TOWN_KEYS,
    *ORGANISATION_KEYS,
    *RECORD_KEYS,
    *ACT_KEYS,
    *DUE_KEYS,
    *WATCH_KEYS,
    *HOLDER_KEYS,
    *RULE_KEYS,
    *METER_KEYS,
    *INFERENCE_KEYS,
    *NUMBER_KEYS,
    *INDEX_KEYS,
    *RANK_KEYS,
    *RETURN_KEYS,
    *AGREE_KEYS,
    *CAP_KEYS,
    *REPAIR_KEYS,
    *STATE_KEYS,
    *QUANTITY_KEYS,
    *POINT_KEYS,
    *TIE_KEYS,
    *LIST_KEYS,
    *CONSEQUENCE_KEYS,
    *CONSENT_KEYS,
    *FAVOUR_KEYS,
    *PEER_KEYS,
    *POLITICS_KEYS,
    *VOTE_KEYS,
    *REFIT_KEYS,
    *FIGURE_KEYS,
    *LEGAL_KEYS,
    *REVIEW_KEYS,
    *PROCESS_KEYS,
    *RECIPIENT_KEYS,
    *DATED_KEYS,
    *REWARD_KEYS,
)
"""Every key, table by table."""

TOP_TABLES: Final = tuple(table for table in TABLES if "." not in table.name and table.name != "figure")
"""Tables that stand at the top of a file."""

LEGAL_TABLE_NAMES: Final = tuple(table.name for table in (*LEGAL_TABLES, *REVIEW_TABLES))
"""Tables of declared legal facts; `publicity.published` and what `[appeal]` says of those who file run."""

KEYS_OF: Final = {table.name: tuple(key for key in KEYS if key.table == table.name) for table in TABLES}
"""The keys of each table."""

TABLE_NAMED: Final = {table.name: table for table in TABLES}
"""Each table by its name."""
