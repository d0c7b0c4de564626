"""Walking the answers that matter: conditions as formulas, the values that tell them apart, the search."""
