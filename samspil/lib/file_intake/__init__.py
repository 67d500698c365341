"""Files that people hand in: bounded, known by their content, and rid of their metadata."""

from samspil.lib.file_intake.intake import Accepted, take_in
from samspil.lib.file_intake.kinds import Kind
from samspil.lib.file_intake.refusals import FileError

__all__ = ["Accepted", "FileError", "Kind", "take_in"]
