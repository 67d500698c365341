"""What people do with their hands, each from the menu on, so that a journey reads as a story."""

from dataclasses import dataclass
from datetime import datetime

from tests.journeys.days import typed
from tests.journeys.walker import Walker

TELL = "Har brug for en voksen, der holder øje om morgenen."


@dataclass(frozen=True)
class Worry:
    """What a grown-up tells about a child. All of it is invented."""

    name: str
    school_class: str = "7.b"
    seen: str = "Kommer først til tredje time og har sovet i klassen."
    kind: str = "Fravær og problemer i skolen"

    @property
    def first(self) -> str:
        return self.name.split()[0]


def begin_concern(walker: Walker, worry: Worry) -> Walker:
    """The first two of the three steps, saved on the way."""
    walker.press("Jeg er bekymret")
    walker.choose(worry.kind)
    walker.choose("Inden for et par dage")
    walker.press("Videre")
    walker.fill("Hvem handler det om?", worry.name).fill("Klasse", worry.school_class)
    walker.fill("Det har jeg set eller hørt", worry.seen)
    walker.saved()
    return walker


def raise_concern(walker: Walker, worry: Worry) -> str:
    """The whole of it; its key in the address of the receipt."""
    begin_concern(walker, worry).press("Videre").until("Send")
    walker.choose("Nej")
    walker.press("Send")
    walker.expect("Når du ringer")
    return walker.path.split("/")[2]


def bring_to_body(walker: Walker, number: str, body: str, *, answer: str = "", tell: str = TELL) -> Walker:
    """The concern with this number, from the queue to the body's next agenda."""
    walker.menu("Bekymringer")
    walker.follow(f'a.queue-title[href*="{number}"]')
    walker.choose("Tag det op på et møde")
    walker.pick("Hvem skal tage det op?", body)
    walker.fill("Hvad skal de andre vide?", tell)
    walker.fill("Hvorfor er det nødvendigt at dele?", "De andre skal kunne finde en voksen, der holder øje.")
    if answer:
        walker.fill("Svar til", answer)
    walker.follow("#valg button[type=submit]")
    walker.expect("Hidtil")
    return walker


def plan_meeting(walker: Walker, body: str, *, week: int, start: str, end: str, place: str = "Lærerværelset") -> str:
    """A new meeting with its agenda; the key in its address."""
    walker.menu("Møder").press("Planlæg møde")
    walker.pick("Hvem mødes?", body)
    walker.fill("Hvilken dag?", typed(week)).fill("Fra", start).fill("Til", end).fill("Hvor?", place)
    walker.press("Opret mødet")
    return walker.path.split("/")[2]


def open_meeting(walker: Walker, key: str) -> Walker:
    walker.menu("Møder")
    walker.follow(f'main a[href="/moeder/{key}/"]')
    return walker


def open_closed_item(walker: Walker, words: str = "Bekymring fra") -> Walker:
    """The closed item whose small line or title holds these words; a meeting may open at it by itself."""
    if not walker.page.locator(".agenda-list li.is-closed.is-now").count():
        walker.follow(f'.agenda-list li.is-closed a:has-text("{words}")')
    walker.expect("Delt på mødet")
    return walker


def let_write(walker: Walker, who: str) -> Walker:
    """Somebody else at the table writes the minutes too."""
    walker.follow(".writer summary")
    walker.pick("Hvem skriver referatet?", who)
    walker.press("Gem referent").expect("skriver referatet.")
    return walker


def share(walker: Walker, text: str, necessity: str) -> Walker:
    walker.fill("Hvad deler du?", text).fill("Hvorfor er det nødvendigt at dele?", necessity)
    walker.follow("form.share button")
    walker.expect(text)
    return walker


def promise(walker: Walker, who: str, what: str, *, week: int) -> Walker:
    """The decision of an item with one commitment."""
    walker.choose("Aftale")
    walker.pick("Hvem", who)
    walker.fill("Gør hvad", what).fill("Senest", typed(week))
    walker.press("Gem, og skriv endnu en aftale")
    walker.expect("Besluttet:")
    return walker


def clock_of(walker: Walker, instant: datetime) -> None:
    walker.site.at(instant)
