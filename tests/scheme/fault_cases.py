"""Texts with faults, by mechanism; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.fault_cases_consent import CONSENT_FAULTS
from scheme.fault_cases_dated import DATED_FAULTS
from scheme.fault_cases_dues import DUE_FAULTS
from scheme.fault_cases_favour import FAVOUR_FAULTS
from scheme.fault_cases_formulas import FORMULA_CASES
from scheme.fault_cases_holders import HOLDER_FAULTS
from scheme.fault_cases_numbers import NUMBER_FAULTS
from scheme.fault_cases_organisations import ORGANISATION_FAULTS
from scheme.fault_cases_process import PROCESS_FAULTS
from scheme.fault_cases_ranks import RANK_FAULTS
from scheme.fault_cases_repairs import REPAIR_FAULTS
from scheme.fault_cases_returns import RETURN_FAULTS
from scheme.key_changes_public import PUBLIC_FAULTS

MORE_CASES = {
    **FORMULA_CASES, **DATED_FAULTS, **PROCESS_FAULTS, **ORGANISATION_FAULTS, **CONSENT_FAULTS, **FAVOUR_FAULTS,
    **RANK_FAULTS, **RETURN_FAULTS, **HOLDER_FAULTS, **DUE_FAULTS, **REPAIR_FAULTS, **PUBLIC_FAULTS,
    **NUMBER_FAULTS,
}  # fmt: skip
"""By code: a text that has the fault, and what it points at."""
