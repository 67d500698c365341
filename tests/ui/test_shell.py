from samspil.ui.shell import Entry, Places, Shell

TEACHER = (Entry("Min SSP", "/"), Entry("Jeg er bekymret", "/bekymret/"), Entry("Indsatser", "/indsatser/"))
COORDINATOR = (Entry("Min SSP", "/"), Entry("Møder", "/moeder/"), Entry("Sager", "/sager/"))


def current(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.label for entry in entries if entry.current]


def test_the_place_of_the_page_is_marked_in_menu_and_bar() -> None:
    shell = Shell(entries=COORDINATOR, path="/sager/b2c3d4/handleplan/")
    assert current(shell.menu) == ["Sager"]
    assert current(shell.tabs) == ["Mere"]
    meetings = Shell(entries=COORDINATOR, path="/moeder/b2c3d4/")
    assert current(meetings.menu) == current(meetings.tabs) == ["Møder"]
    assert current(Shell(entries=COORDINATOR, path="/").menu) == ["Min SSP"]


def test_a_place_outside_the_menu_marks_nothing_there() -> None:
    shell = Shell(entries=COORDINATOR, may_raise_concern=True, path="/bekymret/")
    assert current(shell.menu) == []
    assert current(shell.tabs) == ["Jeg er bekymret"]


def test_what_the_middleware_marked_stands() -> None:
    shell = Shell(entries=(Entry("Møder", "/moeder/", current=True), Entry("Sager", "/sager/")), path="/sager/")
    assert current(shell.menu) == ["Møder"]


def test_the_button_is_for_those_who_may_and_do_not_have_it_in_their_menu() -> None:
    assert Shell(entries=COORDINATOR, may_raise_concern=True).shows_concern_button
    assert not Shell(entries=TEACHER, may_raise_concern=True).shows_concern_button
    assert not Shell(entries=COORDINATOR).shows_concern_button


def test_without_a_person_it_is_the_public_shell() -> None:
    assert not Shell().signed_in
    assert Shell(person_name="Anna Holm").signed_in
    assert Shell().colours_href == ""
    assert Shell(municipality_slug="lillerup").colours_href == "/farver/lillerup.css"
    assert Shell().places == Places()


def test_whoever_may_raise_no_concern_is_not_offered_it_at_the_foot_of_the_phone() -> None:
    labels = [[tab.label for tab in Shell(may_raise_concern=may).tabs] for may in (True, False)]
    assert labels == [["Min SSP", "Jeg er bekymret", "Møder", "Mere"], ["Min SSP", "Møder", "Mere"]]
