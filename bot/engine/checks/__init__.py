"""The static checks of conversations, by subject; `bot.engine.check` runs them all."""
