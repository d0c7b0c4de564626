"""Her data: the key that locks them, a copy of everything, and forgetting.

We chose to destroy a person's key rather than to hunt for her words in every backup: what is sealed with it is gone
everywhere at once. We gave up undoing it.
"""
