"""The outbox under any failures and crashes: nothing is lost, order in a chat is kept, the most important goes first."""

import asyncio
import shutil
from collections import defaultdict
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from bot.delivery.lane import Lane
from bot.delivery.transport import Pace, Parcel, SendAgain, Unreachable
from bot.intake.writer import Writer
from bot.words.outgoing import Message, pack
from storage import outbox
from storage.database import connect
from storage.outbox import Priority
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork
from storage.vault import Vault
from tests.intake.chatting import Chat
from tests.settable_clock import SettableClock
