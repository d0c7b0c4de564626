"""The form's routes, put together behind its headers."""

from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.adapters.form.guard import Guard
from bot.adapters.form.routes.answers import Answers
from bot.adapters.form.routes.handover import Form
from bot.adapters.form.routes.reports import Reports

_STATIC = Path(__file__).parent / "static"


def form_routes(form: Form) -> list[BaseRoute]:
    """The form at `/anonymous`, and the answers under it.

    Where the form is switched off no new report is taken, and whoever has a code can still read and write.
    """
    guard = [Middleware(Guard)]
    reports, answers = Reports(form), Answers(form)
    taking = [
        Route("/anonymous", reports.show, methods=["GET"], middleware=guard),
        Route("/anonymous", reports.send, methods=["POST"], middleware=guard),
    ]
    return [
        *(taking if form.settings.privacy.anonymous_form else ()),
        Route("/anonymous/answers", answers.show, methods=["GET"], middleware=guard),
        Route("/anonymous/answers", answers.post, methods=["POST"], middleware=guard),
        Mount("/anonymous/static", StaticFiles(directory=_STATIC), middleware=guard),
    ]
