"""What may be wrong with a configuration, and how to mend it. No finding holds a secret."""
