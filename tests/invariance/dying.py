"""The program with the real engine, which kills itself before it lives its n-th step (steps of both worlds count)."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count

from glasstown.cli.main import main
from glasstown.simulate import town

MOMENT = int(os.environ["DIE_AT"])
STEPS = count(1)
LIVE = town._live_quietly


def live_or_die(*arguments: object) -> object:
    if next(STEPS) == MOMENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return LIVE(*arguments)


if __name__ == "__main__":
    town._live_quietly = live_or_die
    sys.argv[0] = "glasstown"
    main()
