"""The demo's page: a student's phone and the coordinators' channel side by side.

We chose a third adapter instead of a mock-up: what one types here takes the same way as on Telegram, and what is shown
is what was delivered. The server renders fragments and the page fetches what changed since the revision it has, so
that a lost connection or a restart needs no replay. We gave up showing posts before they are in the database.
"""

from bot.adapters.browser.listen import demo_routes
from bot.adapters.browser.news import News
from bot.adapters.browser.panes import Cast, Phone, Staff
from bot.adapters.browser.routes.clock_bar import Controls
from bot.adapters.browser.transport import BrowserTransport

__all__ = ["BrowserTransport", "Cast", "Controls", "News", "Phone", "Staff", "demo_routes"]
