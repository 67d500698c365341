from typing import Any

from django.db.backends.postgresql import base, operations

from samspil.authority.backend.cursors import GuardedCursor, GuardedServerCursor


class DatabaseOperations(operations.DatabaseOperations):
    compiler_module = "samspil.authority.backend.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.cursor_factory = GuardedCursor
        connection.server_cursor_factory = GuardedServerCursor
        return connection
