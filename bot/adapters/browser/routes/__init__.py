"""What the page asks the server for, by the part of the page that asks."""
