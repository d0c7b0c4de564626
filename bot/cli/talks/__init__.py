"""What the bot says and how it listens: conversations and triage."""
