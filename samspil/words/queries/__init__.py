from samspil.words.queries.places import Place, place_of, register_place
from samspil.words.queries.rooms import Room, choices, open_room, those_to_write_to
from samspil.words.queries.told import To, Told, open_word, told_in, told_of
from samspil.words.queries.waiting import MyWord, words_of

__all__ = [
    "MyWord",
    "Place",
    "Room",
    "To",
    "Told",
    "choices",
    "open_room",
    "open_word",
    "place_of",
    "register_place",
    "those_to_write_to",
    "told_in",
    "told_of",
    "words_of",
]
