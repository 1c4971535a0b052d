"""The summary of a run: what `--json` prints, and what every page is built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from glasstown.audit.catalogue import assess
from glasstown.audit.contract import ONE_WORLD, Finding, findings_to_plain
from glasstown.audit.worlds import Worlds
from glasstown.scheme.model import Scheme


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds of both worlds together: living, compiling, writing, and the rest, which is people and tables."""

    seconds: float
    living_seconds: float
    compile_seconds: float
    writing_seconds: float
    resident_steps: int

    @property
    def resident_steps_per_second(self) -> float | None:
        """Residents times steps of both worlds per second of living; None where no time was measured."""
        return round(self.resident_steps / self.living_seconds, 1) if self.living_seconds > 0 else None


@dataclass(frozen=True, slots=True)
class Summary:
    """One run with its paired world and all findings."""

    worlds: Worlds
    findings: tuple[Finding, ...]
    timings: Timings
    scheme: Scheme | None = None
    """The scheme that ran, read from the text in the run folder; None without one."""

    def finding(self, slug: str) -> Finding | None:
        """The finding of an address, or None where this run has none."""
        return next((finding for finding in self.findings if finding.slug == slug), None)

    def under(self, prefix: str) -> tuple[Finding, ...]:
        """All findings whose address begins with a prefix, in order."""
        return tuple(finding for finding in self.findings if finding.slug.startswith(prefix))

    def to_plain(self) -> dict[str, Any]:
        """The summary as one JSON object."""
        manifest = self.worlds.scheme.manifest
        baseline = self.worlds.baseline
        return {
            "run": str(self.worlds.scheme.folder),
            "scheme": manifest.scheme_id,
            "title": manifest.title,
            "society": manifest.society.spec,
            "people": manifest.people,
            "steps": manifest.steps,
            "step_days": manifest.step_days,
            "days": manifest.horizon_days,
            "start": manifest.start.isoformat(),
            "seed": manifest.seed,
            "replicate": manifest.replicate,
            "digest": manifest.digest,
            "life_digest": manifest.life_digest,
            "baseline": manifest.baseline,
            "without": list(manifest.without),
            "baseline_life_digest": baseline.manifest.life_digest if baseline else None,
            "seconds": round(self.timings.seconds, 3),
            "living_seconds": round(self.timings.living_seconds, 3),
            "compile_seconds": round(self.timings.compile_seconds, 3),
            "writing_seconds": round(self.timings.writing_seconds, 3),
            "resident_steps": self.timings.resident_steps,
            "resident_steps_per_second": self.timings.resident_steps_per_second,
            "worlds": 1,
            "interval": None,
            "interval_reason": ONE_WORLD,
            "findings": findings_to_plain(self.findings),
        }


def summarise(worlds: Worlds, timings: Timings | None = None, scheme: Scheme | None = None) -> Summary:
    """Audit a run and its paired world.

    Args:
        worlds: the opened folders.
        timings: measured just now; without them those that the folders recorded are used.
        scheme: the scheme that ran, where there is one.
    """
    return Summary(worlds, assess(worlds), timings or recorded_timings(worlds), scheme)


def recorded_timings(worlds: Worlds) -> Timings:
    """The seconds that the folders recorded when they were sealed, each counted from the beginning of the run."""
    manifests = [ledger.manifest for ledger in (worlds.scheme, worlds.baseline) if ledger is not None]
    kinds = ("seconds", "living_seconds", "compile_seconds", "writing_seconds")
    seconds, living, compiling, writing = (max(m.timings.get(kind, 0.0) for m in manifests) for kind in kinds)
    return Timings(seconds, living, compiling, writing, sum(m.residents_lived * m.steps for m in manifests))
