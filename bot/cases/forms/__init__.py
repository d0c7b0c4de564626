"""What a coordinator does in a form or with a button: one file for each thing that can be done."""
