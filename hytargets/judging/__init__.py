"""Observations to verdicts."""
