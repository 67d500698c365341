"""Why a file is not taken in: what happened, that nothing was saved, what to do."""


class FileError(ValueError):
    """Its text is a Danish sentence for the person; it holds nothing from the file or its name."""


NOT_SAVED = "Filen er ikke gemt."


def too_large(limit: int) -> FileError:
    return FileError(
        f"Filen fylder mere end {limit // 1_000_000} MB. {NOT_SAVED} "
        "Del den i mindre filer, eller gem den i en lavere opløsning."
    )


def empty() -> FileError:
    return FileError(f"Filen er tom. {NOT_SAVED} Se efter, at det er den rigtige fil.")


def unknown_kind() -> FileError:
    return FileError(
        f"Den slags fil kan ikke lægges ind her. {NOT_SAVED} "
        "Gem den som PDF, billede (PNG eller JPEG), Word, Excel, PowerPoint eller ren tekst."
    )


def damaged() -> FileError:
    return FileError(
        f"Filen kan ikke læses. Den er måske beskadiget. {NOT_SAVED} "
        "Åbn den på din egen computer, gem den igen, og prøv så på ny."
    )


def locked() -> FileError:
    return FileError(f"Filen er beskyttet med en adgangskode. {NOT_SAVED} Gem den uden adgangskode, og prøv igen.")


def too_many_pixels() -> FileError:
    return FileError(
        f"Billedet er for stort til at blive åbnet sikkert. {NOT_SAVED} Gem det i en lavere opløsning, og prøv igen."
    )


def unpacks_too_large() -> FileError:
    return FileError(f"Filen bliver alt for stor, når den pakkes ud. {NOT_SAVED} Gem den som PDF, og prøv igen.")


def holds_programs() -> FileError:
    return FileError(
        f"Filen indeholder makroer, altså små programmer. {NOT_SAVED} Gem den uden makroer eller som PDF, og prøv igen."
    )


def holds_files() -> FileError:
    return FileError(
        f"Filen har andre filer inde i sig. {NOT_SAVED} Læg hver fil ind for sig, eller gem som PDF "
        "uden vedhæftede filer."
    )
