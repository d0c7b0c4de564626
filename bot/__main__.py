"""`python -m bot` is `placemate`."""

import sys

from bot.cli import main

sys.exit(main())
