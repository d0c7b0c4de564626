"""The command line: `placemate COMMAND`.

Exit codes: 0 done; 1 done or looked at, and something needs a person; 2 not done: the command, the configuration or a
file must be mended first; 70 a fault of the program; 130 interrupted.

We chose to import a command's libraries when it is called, so that `--help` answers at once; that is why imports stand
inside the commands.
"""

import sys
from collections.abc import Sequence

DONE, NEEDS_A_PERSON, NOT_DONE, FAULT, INTERRUPTED = 0, 1, 2, 70, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives its exit code. A mistake of the operator's is one line, never a traceback."""
    from bot.cli.application import application

    try:
        application(args=arguments, prog_name="placemate")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last one who can say anything
        from bot.cli.mistakes import told

        return told(error, sys.stderr)
    return DONE
