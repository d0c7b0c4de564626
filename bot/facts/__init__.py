"""What we know besides the answers of the conversation at hand: facts for conditions, values for placeholders."""
