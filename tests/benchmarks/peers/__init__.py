"""Stock programs to compare with; each does less than Placemate. They run outside this project's environment."""
