"""Tables that people hand in, as Excel or CSV: bounded, read in memory, with nothing in them that one does not see."""

from samspil.lib.table_intake.intake import take_in
from samspil.lib.table_intake.refusals import TableError
from samspil.lib.table_intake.table import Row, Table, Value

__all__ = ["Row", "Table", "TableError", "Value", "take_in"]
