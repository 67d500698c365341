def line(name: str, words: str, value: float, limit: float, unit: str) -> None:
    """One figure with its limit: reached or not."""
    verdict = "reached" if value <= limit else "NOT REACHED"
    print(f"{name:<58} {words:<52} {value:8.2f} {unit} (limit {limit:g})  {verdict}", flush=True)
