"""What stands in the way of an act or a page."""


class Refusal(Exception):
    """The act makes no sense now. `sentence` is Danish, for the person acting: what happened, what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(Refusal):
    """No seat of the actor gives this capability in this circle. Answers as if the thing were missing (A24)."""

    def __init__(self, verb: str, circle_id: int | None, subject: str = "") -> None:
        super().__init__("Siden findes ikke, eller du har ikke adgang til den.")
        self.verb, self.circle_id, self.subject = verb, circle_id, subject


class NotSignedIn(Exception):
    """The ticket stands for no open visit: logged out, locked or expired."""


class ReadingRefused(Exception):
    """A way of reading protected rows that would let somebody out past the reading log. A defect, never an answer."""
