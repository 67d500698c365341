"""Organisation files: read, check, expand. Plain Python; the loader in the room above writes the database."""
