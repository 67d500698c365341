from samspil.desk.views.everybody import ask, guide, more, organisation
from samspil.desk.views.home import home
from samspil.desk.views.promises import kept, promise, tick, undo
from samspil.desk.views.room import step_out, who

__all__ = ["ask", "guide", "home", "kept", "more", "organisation", "promise", "step_out", "tick", "undo", "who"]
