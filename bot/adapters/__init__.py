"""The outside world: one folder for each platform, the same four files in each."""
