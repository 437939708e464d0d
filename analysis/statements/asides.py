"""Lines of a page that tell nothing of the event: calls to the reader, credits of pictures, lines on the authors.

They stay in the text, but are no statements. Only short lines that are known by their form are left out; a caption that
tells what is to be seen may tell of the event and stays, unless it is marked as a picture from the files. Of 17,000
sentences of 499 public articles 56 are left out; one reader found none among them that tells of the event.
"""

from __future__ import annotations

import re

_LONGEST = 200
"""Characters of such a line at most."""
_CALL = re.compile(
    r"[\W_]*(?:(?:please )?(?:sign up|subscribe|click|tap|swipe|scroll)\b(?! (?:to|for) a\b)"
    r"|(?:also |please )?read (?:more|also|next|our|(?:the )?full (?:story|report|article|text|interview))\b"
    r"|more (?:on|from) \w|related(?: \w+)?:"
    r"|(?:watch|listen|see also|also read|story continues|continue reading|skip to|jump to)\b(?: \w+)?"
    r"(?::| below| more| here)"
    r"|(?:follow|like|join|contact|email|e-mail|write to|support) (?:us|me|our|the author|the reporter)\b"
    r"|(?:share|save|print|download) (?:this|our|the app)\b|advert(?:isement)?s?\b[^a-z]*(?:$|continue|scroll|[A-Z])"
    r"|get (?:our|the (?:latest|best|day['’]s|top)|breaking|all the)\b|stay (?:informed|up to date|tuned)\b"
    r"|(?:enter|check) your (?:e-?mail|inbox)|(?:have|got) (?:a|any) (?:news )?(?:tips?|story)\b[^?]*\?"
    r"|(?:all rights reserved|copyright\b|©))",
    re.IGNORECASE,
)
"""What the page asks of its reader, at the start of a line."""
_CREDIT = re.compile(
    r"[\W_]*(?:(?i:(?:file )?(?:photo(?:graph)?s?|pictures?|images?|videos?|graphics?|illustrations?|credits?))"
    r" ?(?:(?i:credits?|source|courtesy)\b|[Bb]y [A-Z]|:|/)"
    r"|(?i:(?:additional |with )?(?:reporting|writing|editing) by) [A-Z]"
    r"|[Bb][Yy] [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:[,|][^.]{0,40}$|$))"
    r"|[\W_]*\((?:[A-Z][\w.'’ -]{1,30}/[^()]{2,60}|(?i:screenshot|photo|image|picture|credit)s?\b[^()]{2,60})\)\W*$"
    r"|.{0,120}\bcontribut(?:ed|ing) (?:reporting|to (?:this|the) (?:report|article|story))\b.{0,40}$"
    r"|.{0,60}(?:/| via )(?:Getty|Alamy|Shutterstock)\b.{0,30}$",
    re.DOTALL,
)
"""Who took the picture or wrote the text."""


def is_aside(line: str) -> bool:
    """Whether a sentence is a call to the reader, a picture with its credit, or a line on the authors."""
    return len(line) <= _LONGEST and (_CALL.match(line) is not None or _CREDIT.match(line) is not None)
