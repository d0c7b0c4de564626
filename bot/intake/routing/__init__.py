"""Her own words open the right conversation: outside a talk, a message is compared with what students say.

`examples` reads the sentences of each conversation from `flows/content/intents/`, `nearness` measures how near a
message lies to them (misspelt words and compounds by `vocabulary`), `categories` says which conversation is about what
triage heard, and `route` adds both up. Nothing here opens anything: the best two are offered, and only people and what
triage calls urgent decide at once. No model is trained and nothing is learned from what students write.
"""

from bot.intake.routing.categories import conversations_for, what_helps
from bot.intake.routing.examples import BrokenExamples
from bot.intake.routing.route import Routed, prepare, route
from bot.intake.routing.routing_file import route_file

__all__ = ["BrokenExamples", "Routed", "conversations_for", "prepare", "route", "route_file", "what_helps"]
