"""Why a table is not read: what is wrong on which line, that nothing was saved, what to do. Never what stands there."""

NOTHING = "Ingenting er hentet eller gemt."


class TableError(ValueError):
    """Its text is a Danish sentence for the person; it holds nothing from the table or its name."""


def told(what: str, then: str) -> TableError:
    return TableError(f"{what} {NOTHING} {then}")


def too_large(limit: int) -> TableError:
    return told(f"Filen fylder mere end {limit // 1000} KB.", "Del den i mindre filer.")


def empty() -> TableError:
    return told("Filen er tom.", "Se efter, at det er den rigtige fil.")


def unknown_kind() -> TableError:
    return told("Det er ikke et regneark, som kan læses her.", "Gem det som Excel (.xlsx) eller CSV (UTF-8).")


def damaged() -> TableError:
    return told("Filen kan ikke læses. Den er måske beskadiget.", "Åbn den i Excel, gem den igen, og prøv på ny.")


def locked() -> TableError:
    return told("Filen er beskyttet med en adgangskode.", "Gem den uden adgangskode, og prøv igen.")


def holds_programs() -> TableError:
    return told("Filen indeholder makroer, altså små programmer.", "Gem den som Excel uden makroer (.xlsx).")


def hidden_sheet(number: int) -> TableError:
    return told(f"Ark {number} er skjult.", "Vis arket, så du kan se, hvad der står, eller slet det.")


def hidden_row(number: int) -> TableError:
    return told(f"Linje {number} er skjult.", "Vis linjen, eller slet den. Er der et filter på, så tag det af.")


def hidden_column(number: int) -> TableError:
    return told(f"Kolonne {number} er skjult.", "Vis kolonnen, eller slet den.")


def merged(number: int) -> TableError:
    return told(f"Linje {number} har flettede celler.", "Ophæv fletningen, og skriv i hver celle.")


def formula(number: int) -> TableError:
    return told(f"Linje {number} har en formel.", "Kopiér linjen, og sæt den ind igen som værdier.")


def broken_cell(number: int) -> TableError:
    return told(f"Linje {number} har en celle med en fejl i.", "Ret cellen i Excel.")


def too_many_rows(most: int) -> TableError:
    return told(f"Arket går længere ned end til linje {most}.", "Slet de linjer, der er for meget, eller del arket.")


def too_much_in_it() -> TableError:
    return told("Regnearket rummer for meget at læse igennem.", "Kopiér linjerne over i en tom skabelon, og prøv igen.")


def too_many_columns(number: int) -> TableError:
    return told(f"Linje {number} har for mange kolonner.", "Brug kun de kolonner, der står i skabelonen.")


def too_many_sheets() -> TableError:
    return told("Filen har for mange ark.", "Brug kun de ark, der står i skabelonen.")


def unsound_text(number: int) -> TableError:
    return told(f"Linje {number} kan ikke læses.", "Er der et anførselstegn for meget eller for lidt?")
