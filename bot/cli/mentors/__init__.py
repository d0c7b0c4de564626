"""`placemate mentors`: profiles from a file, who there is, and who fits whom."""
