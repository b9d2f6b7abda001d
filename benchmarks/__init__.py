"""Measurements of the reader, run by hand or in continuous integration; each is a module with a `main`."""
