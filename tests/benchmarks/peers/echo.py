"""The stock python-telegram-bot echo bot, polling: `echo.py BASE_URL`. Nothing is kept."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


if __name__ == "__main__":
    bot = Application.builder().token("42:TEST").base_url(sys.argv[1]).build()
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    bot.run_polling()
