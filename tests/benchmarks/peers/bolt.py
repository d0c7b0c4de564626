"""A bare bolt app that acknowledges messages and does nothing: `bolt.py BASE_URL` prints its port and serves."""

import asyncio
import socket
import sys

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.routing import Route

BOT_TOKEN, SIGNING_SECRET = "xoxb-stand-in", "stand-in-signing-secret"

app = AsyncApp(client=AsyncWebClient(token=BOT_TOKEN, base_url=sys.argv[1]), signing_secret=SIGNING_SECRET)


@app.event("message")
async def heard() -> None:
    """Acknowledge, which bolt does by itself."""


async def serve() -> None:
    """Serve on a free port of the loopback until the process is ended."""
    handler = AsyncSlackRequestHandler(app)
    pages = Starlette(routes=[Route("/slack/events", handler.handle, methods=["POST"])])
    listening = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    await uvicorn.Server(uvicorn.Config(pages, log_level="critical")).serve(sockets=[listening])


asyncio.run(serve())
