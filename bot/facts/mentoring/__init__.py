"""What is known of a mentorship when a conversation about it begins, and what stands for it in texts."""
