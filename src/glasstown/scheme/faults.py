"""The catalogue of faults a scheme file can have: code, name, and why it is a fault.

Append only: a code is never given to another fault. Limits have codes that say which limit, in the form
`LIM-…`; `NAME-clash` is two names that would share one address of luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.vocab.errors import Diagnostic, Span


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault: its code, its short name, and the reason why it is one."""

    code: str
    name: str
    why: str
    severity: str = "error"


FAULTS: Final = (
    Fault("SCH001", "cannot-read", "a scheme is a text file that can be opened and read"),
    Fault("SCH002", "too-large", "a scheme is a text that people read; a file of this size is something else"),
    Fault("SCH003", "not-text", "a scheme file is TOML, and TOML is UTF-8 text"),
    Fault("SCH004", "syntax", "the text is not TOML, so nothing after this place can be understood"),
    Fault("SCH005", "too-deep", "no table of a scheme goes deeper than three levels"),
    Fault("SCH006", "line-too-long", "a line that nobody can read cannot be pointed into either"),
    Fault("SCH007", "more-faults", "after so many faults the rest is mostly their echo"),
    Fault("SCH101", "unknown-key", "a key that nothing reads would be silently without effect"),
    Fault("SCH102", "unknown-table", "a table that nothing reads would be silently without effect"),
    Fault("SCH103", "unknown-act", "acts are those the model ships and those the file declares"),
    Fault("SCH104", "unknown-source", "a rule can only use records of a source of this file"),
    Fault("SCH105", "unknown-grade", "a consequence or an override names a grade of this file"),
    Fault("SCH106", "unknown-capacity", "only capacities that the model knows can change a life in it"),
    Fault("SCH107", "unknown-mark", "the mark says how a figure is known, and there are only so many ways"),
    Fault("SCH108", "unknown-cite", "a figure must be traceable to a source that can be looked up"),
    Fault("SCH109", "unknown-choice", "the model knows only the values listed"),
    Fault("SCH110", "duplicate-id", "two things of one name cannot be told apart in a result"),
    Fault("SCH111", "bad-name", "names are letters, digits and single hyphens, at most 64 characters"),
    Fault("SCH112", "act-is-shipped", "the acts of the model are frozen; a file cannot change them"),
    Fault("SCH113", "table-form", "the number of brackets says whether there is one such table or many"),
    Fault("SCH114", "unknown-list", "a ground, a consequence or an override can only name a list of this file"),
    Fault("SCH115", "nothing-to-drop", "a version can only end what this file has"),
    Fault("SCH116", "gauge", "a gauge is a quantity of a month, and no record carries a quantity yet"),
    Fault("SCH117", "unknown-ground", "a case can only be decided with a ground of this file"),
    Fault("SCH118", "unknown-rule", "an association passes on the points of rules of this file"),
    Fault("SCH119", "circle", "points that came through others go no further, so that none can go round"),
    Fault("SCH121", "unknown-score", "a rule moves, and a grade is a class of, a score of this file"),
    Fault("SCH201", "wrong-type", "the key holds another kind of value"),
    Fault("SCH202", "out-of-range", "the value lies outside what the key can mean"),
    Fault("SCH203", "band-order", "a band goes from its least to its greatest value"),
    Fault("SCH204", "value-outside-band", "the value used must be one of the credible ones"),
    Fault("SCH205", "band-missing", "a figure that is assumed or contested must say how far it may be wrong"),
    Fault("SCH206", "mark-missing", "every figure says how it is known"),
    Fault("SCH207", "cite-missing", "a figure that somebody published names who did"),
    Fault("SCH208", "not-a-number", "the model computes with finite numbers of at most 20 digits"),
    Fault("SCH209", "not-whole", "the key counts whole things"),
    Fault("SCH210", "too-fine", "scores are kept in thousandths of a point"),
    Fault("SCH211", "said-twice", "saying a thing twice in one list has no meaning"),
    Fault("SCH212", "range-order", "the smaller number stands first"),
    Fault("SCH213", "empty", "an empty value says nothing"),
    Fault("SCH301", "key-missing", "the model cannot guess it"),
    Fault("SCH302", "table-missing", "the model cannot guess it"),
    Fault("SCH303", "grades-not-descending", "grades stand from the best to the lowest, each below the one before"),
    Fault("SCH304", "threshold-outside-score", "no score can ever reach or miss such a threshold"),
    Fault("SCH305", "start-outside-score", "a score cannot start where it cannot be"),
    Fault("SCH306", "lowest-grade", "exactly the last grade has no threshold, so that every score has a grade"),
    Fault("SCH307", "no-score", "rules and grades work on a score"),
    Fault("SCH308", "denied-and-favoured", "one grade cannot lose and gain the same thing"),
    Fault("SCH309", "without-effect", "a consequence that changes no life has no effect in the model"),
    Fault("SCH310", "source-blind", "a source never records an act that it does not see"),
    Fault("SCH311", "certain-beyond-one", "a probability cannot exceed 1, also where a source watches more closely"),
    Fault("SCH312", "one-cause", "a consequence follows from one grade or from one list, never from both or neither"),
    Fault("SCH313", "no-term", "only a term that ends can be made longer, and by so many days"),
    Fault("SCH314", "look-up", "a look-up needs a chance to happen, and nothing else does"),
    Fault("SCH315", "drops-nothing", "a version that ends nothing is no change"),
    Fault("SCH316", "no-exit", "how an exit is seen, and how late, means something only where there is one"),
    Fault("SCH317", "one-look", "who looks a person up looks once, and sees all that is published"),
    Fault("SCH318", "quoted-elsewhere", "only a file that tells what was told may leave out how far it may be wrong"),
    Fault("SCH319", "nobody-looks", "only employers, landlords, lenders and dates look anybody up"),
    Fault("SCH320", "no-case", "two grounds are one case where an official decides the other by its own luck"),
    Fault("SCH321", "without-points", "an association passes on what rules do to a score"),
    Fault("SCH322", "one-cause-of-override", "an override rests on records of acts or on one list, never on both"),
    Fault("SCH323", "one-window", "rules of one group look back over one stretch of time, each over the same"),
    Fault("SCH324", "points-unknown", "what an official would have chosen is not known where nothing was moved"),
    Fault("SCH328", "which-score", "where there are several scores nothing is of all of them"),
    Fault("SCH329", "scores-together", "records are counted once for all scores, and a group takes from one"),
    Fault("SCH330", "no-base", "only a scheme that comes with the package can be taken over"),
    Fault("SCH331", "leaves-nothing-out", "only what is there can be left out"),
    Fault("SCH332", "changed-unmarked", "a changed figure is not known as the figure before it was"),
    Fault("SCH333", "ends-before-it-begins", "a part that ends on the day on which it begins never runs"),
    Fault("SCH334", "day-and-date", "a part begins, and ends, on one day, told as a number or as a date"),
    Fault("SCH340", "one-origin", "an act happens at a rate of its own, or follows from another"),
    Fault("SCH341", "follower-asks", "what follows at once finds its doer as the act before left them"),
    Fault("SCH342", "follows-nothing", "only what somebody set out to do can be followed by something"),
    Fault("SCH343", "unknown-asset", "a resident has the assets that the model knows"),
    Fault("SCH344", "never-denied", "an act is denied through a capacity that it needs"),
    Fault("SCH345", "which-asset", "gaining and losing is of one asset, and nothing else is"),
    Fault("SCH346", "capacity-is-shipped", "the capacities of the model are frozen; a file cannot change them"),
    Fault("SCH347", "brings-nothing", "a consequence can only bring an act that this file declares with a rate"),
    Fault("SCH350", "formula-form", "a formula is read by one small grammar, and never run as code"),
    Fault("SCH351", "unknown-variable", "a formula can only ask about what the model knows of a resident"),
    Fault("SCH352", "division", "what is divided by might be nothing"),
    Fault("SCH353", "number-or-condition", "a condition holds or not, and a number is no condition"),
    Fault("SCH354", "formula-too-long", "a formula that nobody can read cannot be pointed into either"),
    Fault("SCH355", "needs-itself", "points that move what they depend on would have no one value"),
    Fault("SCH356", "kind-of-score", "each kind of score has what it is made of, and nothing else"),
    Fault("SCH357", "points-lost", "a score that is worked out anew keeps no points between two days of that"),
    Fault("SCH358", "window-too-short", "what is counted is asked at the ends of steps, of which one may last 31 days"),
    Fault("SCH364", "two-meters", "a formula asks for a quantity, and one reading of it answers"),
    Fault("SCH365", "unread", "a formula can only ask for a quantity that a meter of this file reads"),
    Fault("SCH370", "appeal-in-part", "an appeal is filed by somebody, and upheld or not"),
    Fault("SCH371", "no-appeal", "an appeal that does not exist cannot be filed"),
    Fault("SCH360", "legitimacy-order", "a share starts between its lowest and its highest value, and above nothing"),
    Fault("SCH361", "trigger-of-nothing", "a trigger waits for what is kept count of"),
    Fault("SCH362", "one-beginning", "a version begins on a day or by a trigger, never by both or neither"),
    Fault("SCH363", "unknown-version", "a trigger can only begin a version of this file"),
    Fault("SCH372", "nothing-refused", "one can only hear by being refused where something is denied at once"),
    Fault("SCH373", "two-consents", "people could either refuse or not, and the head of a file says it as well"),
    Fault("SCH374", "no-choice", "who joins or leaves is said where somebody can"),
    Fault("SCH375", "shown-by-nobody", "a score is shown where somebody asks for it, and something follows from it"),
    Fault("SCH377", "no-agreement", "sources agree only where several can record the act, and each record counts"),
    Fault("SCH378", "nobody-hears", "a recipient hears of what holds by its knowledge, and of nothing else"),
    Fault("SCH376", "more-of-none", "who does something more readily is said where somebody does it at all"),
    Fault("SCH395", "no-discretion", "an official can only be kinder where there is something to choose"),
    Fault("SCH396", "favours-nobody", "favour is for those with some tie to an official"),
    Fault("SCH380", "stars-and-points", "a mean of stars is moved by stars alone"),
    Fault("SCH381", "stars-of-nobody", "stars are given in encounters, and make a score"),
    Fault("SCH382", "two-impressions", "one act makes one impression"),
    Fault("SCH383", "no-mean-of-stars", "a mean of 1 to 5 stars lies between 0 and 5"),
    Fault("SCH390", "nobody-of-the-kind", "only organisations that live in the town can do or suffer anything in it"),
    Fault("SCH391", "of-another-kind", "each kind of subject has acts, scores and capacities of its own"),
    Fault("SCH397", "rank-of-nothing", "a rank is a per cent of others by another score, and nothing else"),
    Fault("SCH398", "top-of-what", "a share from the top is of those who are ranked"),
    Fault("SCH401", "act-unseen", "no source of this file sees the act, so nothing can follow from it", "warning"),
    Fault("SCH402", "source-unused", "no rule and no ground uses what the source records", "warning"),
    Fault("SCH403", "no-points", "a rule of no points leaves every score as it is", "warning"),
    Fault("SCH404", "list-unfilled", "no ground leads to the list, so nobody is ever on it", "warning"),
    Fault("SCH405", "list-without-effect", "nothing follows from the list", "warning"),
    Fault("SCH406", "nothing-published", "nobody can look up what is not published", "warning"),
    Fault("SCH407", "nothing-carried", "points that no rule moves cannot be passed on", "warning"),
    Fault("SCH408", "holds-nobody-down", "the best grade is open to everybody anyway", "warning"),
    Fault("SCH411", "group-is-a-marker", "groups are invented to measure discrimination, and this is some", "warning"),
    Fault("SCH412", "category-unused", "only an index is made of categories", "warning"),
    Fault("SCH415", "nothing-to-appeal", "an appeal is against points that were taken, or a listing", "warning"),
    Fault("SCH416", "public-since-never", "what nobody can look up has no first day", "warning"),
    Fault("SCH419", "better-for-nobody", "better credit or permits than usual change nothing for a firm", "warning"),
    Fault("NAME-clash", "name-clash", "names enter the address of luck as 24-bit digests, and these two are equal"),
    Fault("SCH421", "reading-unused", "only formulas ask for what meters read", "warning"),
    Fault("SCH422", "inference-unused", "only formulas ask for what is concluded", "warning"),
    Fault("LIM-followers", "too-many-followers", "the address of an act has room for so many that follow from it"),
    Fault("LIM-capacities", "too-many-capacities", "what is denied is kept in so many bits"),
    Fault("LIM-sources", "too-many-sources", "the tables of the engine have room for so many"),
    Fault("LIM-sources-per-act", "too-many-sources-per-act", "the tables of the engine have room for so many"),
    Fault("LIM-rules", "too-many-rules", "the tables of the engine have room for so many"),
    Fault("LIM-scores", "too-many-scores", "each score is a column of every resident, and a state of their class"),
    Fault("LIM-grades", "too-many-grades", "the tables of the engine have room for so many"),
    Fault("LIM-consequences", "too-many-consequences", "the tables of the engine have room for so many"),
    Fault("LIM-acts", "too-many-acts", "the tables of the engine have room for so many"),
    Fault("LIM-lists", "too-many-lists", "the lists of a resident are kept in 16 bits"),
    Fault("LIM-grounds", "too-many-grounds", "the tables of the engine have room for so many"),
    Fault("LIM-versions", "too-many-versions", "each version is a set of tables of its own"),
    Fault(
        "LIM-turns", "too-many-turns", "from each day on which something begins or ends there are tables of their own"
    ),
    Fault("LIM-associations", "too-many-associations", "the tables of the engine have room for so many"),
    Fault("LIM-overrides", "too-many-overrides", "the tables of the engine have room for so many"),
    Fault("LIM-triggers", "too-many-triggers", "each trigger keeps a count of days for every county"),
    Fault("LIM-tallies", "too-many-tallies", "whatever counts records keeps a count for every resident"),
    Fault("LIM-state-rules", "too-many-state-rules", "the states of a resident are kept in 16 bits"),
    Fault("LIM-counts", "too-many-counts", "whatever counts records keeps two counts for every resident"),
    Fault("LIM-inferences", "too-many-inferences", "what is concluded of a resident is kept in 16 bits"),
    Fault("LIM-categories", "too-many-categories", "the tables of the engine have room for so many"),
    Fault("LIM-formula", "formula-too-large", "formulas are computed in 64 bits, in thousandths"),
    Fault("LIM-points", "too-many-points", "scores are kept in 32 bits, in thousandths of a point"),
)
"""Every fault, by code."""

FAULT_OF: Final = {fault.code: fault for fault in FAULTS}
"""Each fault by its code."""


def fault(code: str, message: str, fix: str, span: Span | None) -> Diagnostic:
    """Make the diagnostic of one fault; the reason comes from the catalogue."""
    kind = FAULT_OF[code]
    return Diagnostic(code=code, message=message, why=kind.why, fix=fix, span=span, severity=kind.severity)
