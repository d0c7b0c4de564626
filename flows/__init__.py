"""What the bot says: one conversation, one file; `catalogue` holds them all, `notices` the words outside them."""
