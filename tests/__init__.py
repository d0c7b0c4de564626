"""Placemate's tests; a package of this name so that no installed distribution's `tests` can stand in its place."""
