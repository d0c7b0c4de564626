"""All commands together."""

import typer

from bot.cli.mentors import mentors
from bot.cli.operate import check, config, db, outbox, run
from bot.cli.programme import cases, checkin, people, resources, schedule
from bot.cli.talks import flows, triage

application = typer.Typer(
    name="placemate",
    help="A chat companion for internship programmes: students on Telegram or Slack, coordinators in Slack.",
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
)  # fmt: skip
application.command("run")(run.run)
application.command("demo")(run.demo)
application.command("check")(check.check)
for commands in (
    db.db, people.people, checkin.checkin, schedule.schedule, cases.cases, resources.resources, mentors.mentors,
    outbox.outbox, flows.flows, config.config,
):  # fmt: skip
    application.add_typer(commands)
application.command("triage")(triage.triage)
