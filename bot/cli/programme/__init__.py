"""The programme: who takes part, check-ins, cases."""
