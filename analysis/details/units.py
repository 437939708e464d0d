"""Units of weight, area, volume and temperature, and what one of them is in the unit of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

WEIGHTS = {"mg": 1e-6, "milligram": 1e-6, "g": 1e-3, "gram": 1e-3, "kg": 1.0, "kilo": 1.0, "kilogram": 1.0}
WEIGHTS |= {"ton": 1000.0, "tonne": 1000.0, "ounce": 0.0283}
"""Kilograms. Newsrooms take tons for tonnes."""
AREAS = {"acre": 0.4047, "hectare": 1.0, "ha": 1.0}
"""Hectares."""
VOLUMES = {"litre": 1.0, "liter": 1.0, "gallon": 3.785, "barrel": 159.0, "ml": 0.001, "millilitre": 0.001}
"""Litres."""
FACTORS: Mapping[str, tuple[str, float]] = {
    unit: (kind, factor)
    for kind, units in (("weight", WEIGHTS), ("area", AREAS), ("volume", VOLUMES))
    for unit, factor in units.items()
}
"""Unit -> what it measures, and how many of the kind's unit it is."""
SCALES_OF_HEAT: Mapping[str, Callable[[float], float]] = {
    "centigrade": lambda degrees: degrees,
    "fahrenheit": lambda degrees: (degrees - 32) / 1.8,
}
_DEGREES = re.compile(r"(?<=\d) ?(?:°|degrees?)? ?(?:(C|[Cc]elsius|[Cc]entigrade)|(F|[Ff]ahrenheit))\b")
_PENCE = re.compile(r"(?<=\d)(p|c)(?=[\s.,;:!?)]|$)")
_JOINED = re.compile(r"(?<=\d)(mg|g|kg|ml|ha|mph|kph)\b")
_SPEED = re.compile(r"\b([mk])\.p\.h\.?")
_TENS = {"twen": 20, "thir": 30, "for": 40, "fif": 50, "six": 60, "seven": 70, "eigh": 80, "nine": 90}
_TIES = re.compile(rf"\b({'|'.join(_TENS)})ties\b", re.IGNORECASE)
TENS_OF_YEARS = frozenset(f"{start}ties" for start in _TENS)
"""Without a digit, a decade may be told by one of them."""
_SCALES = re.compile(r"(?<=\d [mb]illion)s\b")
"""The plural in "1.1 millions"."""
_BARE = re.compile(r"(?<![\w.,])\.(?=\d)")


def with_units(text: str) -> str:
    """``text`` (as written) with units set apart and in words ("40C", "20p", "5mg"), noughts before points (".5"), and
    "twenties" in digits."""
    text = _TIES.sub(lambda match: f"{_TENS[match[1].lower()]}s", text)
    text = _SPEED.sub(r"\1ph", _DEGREES.sub(_of_heat, text))
    text = _PENCE.sub(lambda match: " pence" if match[1] == "p" else " cents", text)
    text = _SCALES.sub("", text)
    return _BARE.sub("0.", _JOINED.sub(r" \1", text))


def _of_heat(match: re.Match[str]) -> str:
    return " centigrade" if match[1] else " fahrenheit"
