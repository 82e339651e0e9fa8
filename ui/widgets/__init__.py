"""Painted controls that know neither session nor screens."""
