"""What an overlay may change in a conversation; each takes the script and gives a new one."""
