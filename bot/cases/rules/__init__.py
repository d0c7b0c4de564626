"""What may happen to a case, who may do it, and by when: tables and arithmetic, without side effects."""
