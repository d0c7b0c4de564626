"""How it runs: adapters outside, one door in, one outbox out; see the path of a message in the README."""
