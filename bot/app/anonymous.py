"""The form for reports without a name, beside whatever platforms there are."""

from functools import partial

from starlette.routing import BaseRoute

from bot.adapters.form.limits import Limits
from bot.adapters.form.listen import form_routes
from bot.adapters.form.routes.handover import Form
from bot.app.program import Program
from bot.privacy.codes import code_for


def anonymous_routes(program: Program) -> list[BaseRoute]:
    """What the web server must serve for it."""
    make_code = partial(code_for, program.vault)
    return form_routes(Form(program.door, program.writer.write, program.settings, make_code, Limits(program.clock)))
