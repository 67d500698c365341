"""What is wrong in an organisation file, told to those who edit it."""

from typing import NamedTuple


class Problem(NamedTuple):
    """`message` says what is wrong, `expected` what should stand there; both in Danish."""

    file: str
    line: int
    key: str
    expected: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, linje {self.line}" if self.line else self.file
        about = f" ({self.key})" if self.key else ""
        wanted = f" Forventet: {self.expected}." if self.expected else ""
        return f"{place}{about}: {self.message}{wanted}"


class OrganisationFileError(Exception):
    """The file cannot be used; nothing was read from it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
