"""Plain Python that every room may use; it knows neither Django nor any room."""
