"""The form for reports without a name: a page of the program itself, for a phone and without scripts.

We chose plain pages that a server writes, and a code that travels in what is posted, because then nothing about whoever
writes is kept on either side: no account, no cookie, no address in an address bar. What we gave up is news that comes
by itself: whoever wrote comes back to look.
"""

from bot.adapters.form.listen import form_routes
from bot.adapters.form.transport import FormTransport

__all__ = ["FormTransport", "form_routes"]
