def line(name: str, words: str, value: float, limit: float, unit: str) -> None:
    """One figure with its limit: reached or not."""
    _say(name, words, value, f"{unit} (limit {limit:g})", reached=value <= limit)


def at_least(name: str, words: str, value: float, goal: float, unit: str) -> None:
    """One figure that should be high, with the headroom over its goal."""
    _say(name, words, value, f"{unit} (goal {goal:g}, headroom {value / goal:.1f} times)", reached=value >= goal)


def _say(name: str, words: str, value: float, against: str, *, reached: bool) -> None:
    verdict = "reached" if reached else "NOT REACHED"
    print(f"{name:<58} {words:<52} {value:8.2f} {against}  {verdict}", flush=True)
