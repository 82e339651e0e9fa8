"""Small Qt item models, one per table."""
