"""The work's one turn, from a worry to a closed case, as each municipality does it: who, in which body, called what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.journeys import hands
from tests.journeys.company import Company
from tests.journeys.days import at, typed
from tests.journeys.hands import Worry
from tests.journeys.letters import contents
from tests.journeys.walker import Walker

SEEN = "Set ved stationen to aftener i træk."
HOME = "Moren vil gerne have hjælp om morgenen."
NEED = "Skolen skal vide det for at kunne hjælpe."
ANSWER = "Tak, fordi du skrev. Vi taler om det på et møde."
DONE = "Vi har talt to gange. Han vil gerne."
OPENING = "Dagsordenen er godkendt."
CUT = " Skrevet, mens nettet var væk."


@dataclass(frozen=True)
class Cast:
    """The people by their names in the demo."""

    worry: Worry
    worried: str
    receiver: str
    door: str
    body: str
    convener: str
    police: str
    social: str
    silent: str
    promises: str
    lead: str


class Story:
    """One municipality's turn. `walk` is how its people walk: on a phone, by keys."""

    def __init__(self, be: Company, cast: Cast, *, cut: bool = False, **walk: Any) -> None:
        self.cast, self.cut, self.site = cast, cut, be.site
        self._be, self._walk = be, walk
        self._here: dict[str, Walker] = {}
        self.number = self.meeting = self.case = ""

    def time(self, instant: datetime) -> None:
        """Another hour: everybody comes anew."""
        self.site.at(instant)
        self._here.clear()

    def who(self, name: str) -> Walker:
        """This person, at the first page."""
        if name in self._here:
            return self._here[name].goto("/")
        return self._here.setdefault(name, self._be(name, **self._walk))

    def told(self) -> None:
        self.is_raised()
        self.is_brought()
        self.is_called()
        self.is_shared()
        self.is_decided()
        self.is_written()
        self.is_done()
        self.comes_back()
        self.is_led()
        self.is_closed()
        self.is_heard()

    def is_raised(self) -> None:
        self.time(at(0, 9))
        worried = self.who(self.cast.worried)
        self.number = hands.raise_concern(worried, self.cast.worry)
        assert worried.sees(f"{self.cast.receiver} har det nu"), worried.page.inner_text("h1")
        assert not self._secrets_in(worried.text), "the receipt can lie open on a desk"

    def is_brought(self) -> None:
        """By whoever has the door; the one who convenes need not be the same."""
        self.time(at(0, 10))
        hands.bring_to_body(self.who(self.cast.door), self.number, self.cast.body, answer=ANSWER)

    def is_called(self) -> None:
        convener = self.who(self.cast.convener)
        self.meeting = hands.plan_meeting(convener, self.cast.body, week=2, start="13.00", end="14.30")
        hands.open_meeting(convener, self.meeting).press("Indkald").expect("Indkaldelsen er sendt.")
        assert convener.page.locator(".agenda-list li.is-closed a").count() == 1
        letters = [contents(mail) for mail in self.site.mails_to(f"{self.cast.police.split()[0].lower()}@")]
        assert letters
        assert not self._secrets_in("\n".join(letters))

    def is_shared(self) -> None:
        self.time(at(2, 13, 2))
        hands.open_meeting(self.who(self.cast.convener), self.meeting).press("Start mødet")
        for name, text in ((self.cast.police, SEEN), (self.cast.social, HOME)):
            hands.share(self.at_item(name), text, NEED)
        silent = self.at_item(self.cast.silent)
        silent.press("Jeg har ikke noget at dele").expect(f"{self.cast.silent} delte ikke noget.")
        assert silent.sees(HOME)

    def at_item(self, name: str) -> Walker:
        return hands.open_closed_item(hands.open_meeting(self.who(name), self.meeting))

    def is_decided(self) -> None:
        convener = self.at_item(self.cast.convener)
        hands.promise(convener, self.cast.promises, "Taler med ham om morgenerne", week=3)

    def is_written(self) -> None:
        writer = hands.open_meeting(self.who(self.cast.convener), self.meeting)
        writer.fill("Referat", OPENING).saved()
        if self.cut:
            self._write_without_line(writer)
        writer.press("Afslut mødet").press("Udsend referat").expect("Referatet er sendt")
        reader = hands.open_meeting(self.who(self.cast.police), self.meeting)
        reader.press("Referat").expect(OPENING + (CUT if self.cut else ""))
        assert reader.sees(SEEN)

    def _write_without_line(self, writer: Walker) -> None:
        """What was typed meanwhile stands in the box, is said to be unsaved, and is saved by itself afterwards."""
        writer.page.context.set_offline(True)
        writer.fill("Referat", OPENING + CUT)
        words = writer.page.locator("[data-saved-words]").locator("visible=true").first
        words.filter(has_not_text="Gemt kl").wait_for()
        writer.page.context.set_offline(False)
        writer.saved()
        writer.page.reload()
        assert writer.page.get_by_label("Referat", exact=True).input_value() == OPENING + CUT
        writer.troubles = [one for one in writer.troubles if "ERR_INTERNET_DISCONNECTED" not in one]

    def is_done(self) -> None:
        self.time(at(3, 9))
        one = self.who(self.cast.promises).press("Følg op på en aftale").expect("Taler med ham om morgenerne")
        one.choose("Det er gjort").fill("Vil du sige mere om det?", DONE)
        one.press("Gem").expect("Du har ingen åbne aftaler.")

    def comes_back(self) -> None:
        """By itself, on the next agenda; and becomes a case."""
        self.time(at(3, 10))
        convener = self.who(self.cast.convener)
        self.meeting = hands.plan_meeting(convener, self.cast.body, week=6, start="13.00", end="14.30")
        self.at_item(self.cast.convener).expect(self.cast.promises.split()[0])
        assert convener.sees(DONE)
        convener.press("Åbn sag").press("Åbn sagen")
        convener.fill("Hvad er det konkrete problem", "Kommer for sent om morgenen")
        convener.press("Åbn sagen").expect("Vælg tovholder")
        self.case = convener.path.split("/")[2].split("#")[0]

    def at_case(self, name: str) -> Walker:
        return self.who(name).menu("Sager").follow(f'a[href="/sager/{self.case}/"]')

    def is_led(self) -> None:
        convener = self.at_case(self.cast.convener).press("Vælg tovholder")
        convener.choose(self.cast.lead).press("Gem").expect("Aftal en dag")
        convener.press("Aftal en dag").fill("Hvornår følger I op?", typed(5)).press("Gem dagen")
        convener.expect(self.cast.lead).expect("365 dage")
        self.at_case(self.cast.lead).expect(self.cast.worry.first)

    def is_closed(self) -> None:
        self.time(at(5, 9))
        convener = self.at_case(self.cast.convener).press("Luk sagen")
        assert convener.sees("Hvad kom der ud af det?")
        convener.press("Luk sagen").expect("Der mangler noget")
        convener.choose("Barnet eller den unge har fået den hjælp, der skal til")
        convener.fill("Hvad kom der ud af det?", "Han kommer til tiden.").press("Luk sagen").expect("Sagen er lukket.")

    def is_heard(self) -> None:
        """The answer, and nothing of what was said in the room."""
        worried = self.who(self.cast.worried).follow(f'a[href*="{self.number}"]').expect(ANSWER)
        assert not [word for word in (SEEN, HOME, DONE, self.cast.promises) if word in worried.text]

    def _secrets_in(self, text: str) -> list[str]:
        return [word for word in (*self.cast.worry.name.split(), self.cast.worry.seen) if word in text]
