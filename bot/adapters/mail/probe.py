"""Asking a mail server whether a configuration would work, without sending anything."""

from aiosmtplib import SMTPAuthenticationError

from bot.adapters.mail.transport import FAILURES, connection
from bot.config.mail import Mail


async def probe(section: Mail) -> str:
    """Connect, greet, log in: what is wrong, and how to mend it; "" when all is well."""
    try:
        async with connection(section):
            return ""
    except SMTPAuthenticationError:
        return "username or password is not accepted; copy them anew from the mail server's administrator"
    except FAILURES as error:
        return (
            f"{section.host}:{section.port} does not take us ({type(error).__name__}); mend host, port or security, "
            "or the network"
        )
