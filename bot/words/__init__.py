"""Words on their way to people: language, placeholders, buttons, the plain form of every message."""
