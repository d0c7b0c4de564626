"""Slack's Web API over a workspace: docs.slack.dev/reference/methods."""

import json
from collections.abc import Callable
from typing import Any

from tests.standins.slack.rules import refusals, view_refusals
from tests.standins.slack.workspace import BOT, BOT_USER, TEAM, Json, Message, Refused, Window, Workspace

_STACK = 3


class Api:
    """One method a name: called with the arguments, answers with what stands beside `ok`, or raises `Refused`."""

    def __init__(self, workspace: Workspace, address: Callable[[], str]) -> None:
        self._workspace = workspace
        self._address = address
        self.methods: dict[str, Callable[[Json], Json]] = {
            "auth.test": self._auth_test,
            "apps.connections.open": lambda _: {"url": f"{self._ws()}/link?ticket={workspace.number()}"},
            "chat.postMessage": self._post,
            "chat.update": self._update,
            "chat.postEphemeral": self._whisper,
            "conversations.open": self._open_chat,
            "conversations.info": self._info,
            "conversations.members": lambda asked: {"members": sorted(self._members(asked))},
            "users.info": self._user,
            "users.lookupByEmail": self._user_by_email,
            "views.open": self._open_view,
            "views.push": self._push_view,
            "views.update": self._update_view,
            "views.publish": self._publish,
            "files.info": self._file_info,
            "files.getUploadURLExternal": self._upload_url,
            "files.completeUploadExternal": self._upload_done,
        }

    def _ws(self) -> str:
        return self._address().replace("http", "ws", 1)

    def _auth_test(self, _: Json) -> Json:
        return {
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT,
            "url": "https://example.slack.com/",
            "team": "Example",
        }

    def _post(self, asked: Json) -> Json:
        channel = asked.get("channel", "")
        self._may_post(channel)
        self._check_text(asked)
        message = Message(
            channel,
            self._workspace.new_ts(),
            asked.get("text", ""),
            asked.get("blocks", []),
            asked.get("thread_ts", ""),
            sent=asked,
        )
        self._workspace.messages.append(message)
        return {"channel": channel, "ts": message.ts}

    def _update(self, asked: Json) -> Json:
        message = self._workspace.find(asked.get("channel", ""), asked.get("ts", ""))
        if message.sender != BOT_USER:
            raise Refused("cant_update_message")
        self._check_text(asked)
        message.text, message.blocks = asked.get("text", ""), asked.get("blocks", [])
        message.edits += 1
        return {"channel": message.channel, "ts": message.ts, "text": message.text}

    def _whisper(self, asked: Json) -> Json:
        self._may_post(asked.get("channel", ""))
        self._check_text(asked)
        if asked.get("user") not in self._workspace.members:
            raise Refused("user_not_in_channel")
        self._workspace.whispers.append(asked)
        return {"message_ts": self._workspace.new_ts()}

    def _open_chat(self, asked: Json) -> Json:
        return {"channel": {"id": self._workspace.direct_chat(asked.get("users", ""))}}

    def _info(self, asked: Json) -> Json:
        members = self._members(asked)
        return {"channel": {"id": asked["channel"], "is_member": BOT_USER in members, "is_archived": False}}

    def _user(self, asked: Json) -> Json:
        if asked.get("user") not in self._workspace.members:
            raise Refused("user_not_found")
        return {"user": self._workspace.members[asked["user"]].as_json()}

    def _user_by_email(self, asked: Json) -> Json:
        found = [one for one in self._workspace.members.values() if one.email == asked.get("email")]
        if not found:
            raise Refused("users_not_found")
        return {"user": found[0].as_json()}

    def _open_view(self, asked: Json) -> Json:
        return self._new_window(asked, 1)

    def _push_view(self, asked: Json) -> Json:
        if not self._workspace.windows:
            raise Refused("no_view_open")
        stack = 1 + max(window.stack for window in self._workspace.windows.values())
        if stack > _STACK:
            raise Refused("push_limit_reached")
        return self._new_window(asked, stack)

    def _new_window(self, asked: Json, stack: int) -> Json:
        user = self._workspace.spend_trigger(asked.get("trigger_id", ""))
        view = self._checked_view(asked)
        if stack == 1:
            self.close_windows(user)
        number = self._workspace.number()
        window = Window(f"V{number}", user, view, f"{number}.hash", stack)
        self._workspace.windows[window.id] = window
        return {"view": {**view, "id": window.id, "hash": window.hash}}

    def _update_view(self, asked: Json) -> Json:
        window = self._workspace.windows.get(asked.get("view_id", ""))
        if window is None:
            raise Refused("not_found")
        self.replace_view(window, self._checked_view(asked))
        return {"view": {**window.view, "id": window.id, "hash": window.hash}}

    def replace_view(self, window: Window, view: Json) -> None:
        """Put another view into a window, as views.update and a submission's answer do."""
        if gaps := view_refusals(view):
            raise Refused("invalid_arguments", *gaps)
        window.view, window.hash = view, f"{self._workspace.number()}.hash"

    def close_windows(self, user: str) -> None:
        mine = [window.id for window in self._workspace.windows.values() if window.user == user]
        for window in mine:
            del self._workspace.windows[window]

    def _publish(self, asked: Json) -> Json:
        if asked.get("user_id") not in self._workspace.members:
            raise Refused("user_not_found")
        view = asked.get("view", {})
        if gaps := view_refusals(view, home=True):
            raise Refused("invalid_arguments", *gaps)
        self._workspace.homes[asked["user_id"]] = view
        return {"view": view}

    def _file_info(self, asked: Json) -> Json:
        file = self._workspace.sent.get(asked.get("file", ""))
        if file is None:
            raise Refused("file_not_found")
        address = self._workspace.file_address or f"{self._address()}/files-pri/{asked['file']}"
        about = {"id": asked["file"], "size": len(file), "mode": "hosted", "url_private": address}
        return {"file": {**about, "url_private_download": address}}

    def _upload_url(self, asked: Json) -> Json:
        name = f"F{self._workspace.number()}"
        self._workspace.files[name] = {"filename": asked.get("filename", ""), "length": int(asked.get("length", 0))}
        return {"file_id": name, "upload_url": f"{self._address()}/upload/{name}"}

    def _upload_done(self, asked: Json) -> Json:
        files = asked.get("files", [])
        self._may_post(asked.get("channel_id", ""))
        for one in json.loads(files) if isinstance(files, str) else files:
            if "content" not in self._workspace.files.get(one["id"], {}):
                raise Refused("file_not_found")
            self._workspace.files[one["id"]] |= {
                "channel": asked["channel_id"],
                "comment": asked.get("initial_comment"),
            }
        return {"files": [{"id": one["id"]} for one in (json.loads(files) if isinstance(files, str) else files)]}

    def _members(self, asked: Json) -> set[str]:
        channel = asked.get("channel", "")
        if channel not in self._workspace.channels:
            raise Refused("channel_not_found")
        return self._workspace.channels[channel]

    def _may_post(self, channel: str) -> None:
        owners = [user for user, direct in self._workspace.direct.items() if direct == channel]
        if channel in self._workspace.channels:
            if BOT_USER not in self._workspace.channels[channel]:
                raise Refused("not_in_channel")
        elif not owners:
            raise Refused("channel_not_found")
        elif self._workspace.members[owners[0]].deleted:
            raise Refused("user_disabled")

    def _check_text(self, asked: Json) -> None:
        if not asked.get("text") and not asked.get("blocks"):
            raise Refused("no_text")
        if len(asked.get("text", "")) > 40_000:
            raise Refused("msg_too_long")
        if "blocks" in asked and (gaps := refusals(asked["blocks"], 50)):
            raise Refused("invalid_blocks", *gaps)

    def _checked_view(self, asked: Json) -> Json:
        view: dict[str, Any] = asked.get("view", {})
        if gaps := view_refusals(view):
            raise Refused("invalid_arguments", *gaps)
        return view
