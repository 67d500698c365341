from samspil.desk.views.everybody import ask, guide, more, organisation
from samspil.desk.views.home import home, step
from samspil.desk.views.promises import kept, promise, tick, undo
from samspil.desk.views.room import step_out, who

__all__ = ["ask", "guide", "home", "kept", "more", "organisation", "promise", "step", "step_out", "tick", "undo", "who"]
