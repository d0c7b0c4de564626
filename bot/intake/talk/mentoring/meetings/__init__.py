"""What the answers in talks about meetings change."""
