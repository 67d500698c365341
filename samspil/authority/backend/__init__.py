"""PostgreSQL as Django knows it, with the reading guard in front (A16)."""
