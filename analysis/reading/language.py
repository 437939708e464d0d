"""Is a text English? A count of English function words first, py3langid (Lui & Baldwin 2012) where that is in doubt."""

from __future__ import annotations

import re

MIN_LETTERS = 80
"""Shorter texts are let through: too little to tell."""
MIN_OTHER_LETTERS = 6
"""As ``MIN_LETTERS``, where most letters are not Latin: the script tells already."""
MIN_WORDS = 12
"""Fewer words in Latin letters are let through: names and links tell no language."""
CLEARLY_ENGLISH = 0.2
"""Share of function words above which no other language comes into question."""
SAMPLE = 20_000
"""Characters looked at."""

_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the of and to that with is was are were be been has have had for on by from at it its this these those "
        "which who they their them he she his her said not but or as will would about after an",
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian",
    "nb": "Norwegian", "nn": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}


def foreign_language(text: str) -> str | None:
    """The name of the language ``text`` looks like, or None when it is English or too short to tell."""
    sample = text[:SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    words = [word.lower() for word in _WORD.findall(sample)]
    latin = _mostly_latin(sample, letters)
    if letters < (MIN_LETTERS if latin else MIN_OTHER_LETTERS) or (latin and len(words) < MIN_WORDS):
        return None
    if sum(word in _FUNCTION_WORDS for word in words) >= CLEARLY_ENGLISH * len(words):
        return None
    import py3langid  # loads its model (0.5 s), which clearly English text never needs

    code = str(py3langid.classify(sample)[0])
    return None if code == "en" else _NAMES.get(code, f"the language with the code {code!r}")


def _mostly_latin(sample: str, letters: int) -> bool:
    return sum(character.isalpha() and character < "\u0250" for character in sample) > letters / 2
