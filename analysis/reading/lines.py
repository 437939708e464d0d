"""What a single line is when it is not article: general shapes of page furniture, told by the line alone.

The patterns describe kinds of lines ("read more: ...", "3 comments", "photo: ..."), matched against the whole
line, so that a sentence that merely mentions comments or cookies is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.dates import is_date_line
from analysis.reading.units import Unit

ADVERTISEMENT = "advertisement"
RELATED = "link to another story"
COMMENTS = "comment form"
SHARE = "share links"
NEWSLETTER = "newsletter or subscription prompt"
COOKIES = "cookie notice"
FURNITURE = "page furniture"
CAPTION = "photo caption or credit"
SOURCE = "source line"
BYLINE = "byline"
DATE = "date line"
LABEL = "section label"

_NETWORK = (
    r"(?:facebook|twitter|x|whats ?app|telegram|linked ?in|reddit|pinterest|e-?mail|print|messenger|bluesky|threads|"
    r"mastodon|vk|viber|tumblr|pocket|flipboard|instagram|youtube|tiktok|google\+?|sms|copy(?: (?:the )?link)?)"
)
_AGENCY = (
    r"(?:ap|afp|epa(?:-efe)?|reuters|getty(?: images)?|shutterstock|alamy|pa(?: (?:wire|media|images))?|"
    r"associated press|istock|flickr|unsplash|handout|dpa|ansa|tass|xinhua|sputnik|zuma(?: press)?|bloomberg)"
)
_VERB_MORE = r"(?:read|see|watch|view|listen|hear|learn|find out|discover)"
_ITEM = r"(?:articles?|story|stories|posts?|content|news|topics?|coverage|links?|reading|items?|videos?|headlines?)"

_PATTERNS: tuple[tuple[str, str], ...] = (
    (ADVERTISEMENT, r"(?:advert(?:isement|ising|s)?s?|ads?|ad feedback)(?: \d+)?"),
    (ADVERTISEMENT, r"(?:sponsored|promoted|paid|partner)(?: (?:content|posts?|links?|stories|promotion|by .{1,40}))"),
    (ADVERTISEMENT, r"(?:this |the )?(?:(?:story|article|text|post) )?continues? (?:reading )?(?:below|after)"
                    r"(?: (?:this|the))?(?: (?:ad|advert|advertisement|promotion|video))?"),
    (ADVERTISEMENT, r"(?:continue reading|keep reading)(?: (?:below|after|the main story)\b.{0,30})?"),
    (ADVERTISEMENT, r"(?:scroll (?:down )?(?:to|for)|skip (?:past )?(?:this )?(?:ad|promotion|newsletter)).{0,50}"),
    (ADVERTISEMENT, r"(?:why|report|remove|close|hide)(?: (?:this|these|am i seeing this))? (?:ads?|advertisement)"),
    (RELATED, rf"(?:also )?{_VERB_MORE} (?:more|also|next|full (?:story|article)|the (?:full|whole|rest) .{{1,30}})"
              r"(?: ?[:>»→|–—-].*| (?:about|on|at|here|from|in|of|stories|news)\b.{0,100})?"),
    (RELATED, r"(?:(?:also )?(?:related|read|watch|listen|more|see)|(?:see|read|watch) (?:also|here|this)|also read|"
              rf"related {_ITEM}|more on this|don['’]t miss|must[- ]read|recommended|up next|you may also like) ?[:>»→|] ?"
              r".{1,200}"),
    (RELATED, r"(?:click|tap) here .{1,80}"),
    (COMMENTS, r"(?:leave|post|add|write|submit|join|view|show|hide|see|read|load)(?: (?:a|an|your|the|all|more|\d+))? "
               r"(?:reply|replies|comments?|conversation|discussion|response)(?: .{0,30})?"),
    (COMMENTS, r"(?:cancel reply|reply|(?:\d+|no|reader) (?:comments?|replies|responses)|comments? ?(?:\(\d+\)|:|\d+)?)"),
    (COMMENTS, r"your e-?mail address will not be .{1,200}|required fields (?:are|marked).{0,60}"),
    (COMMENTS, r"(?:please )?(?:enter|type|write) (?:your|a|an|valid|the) (?:[\w-]+ ){0,4}"
               r"(?:comment|name|e-?mail(?: address)?|website|message)(?: here)?"),
    (COMMENTS, r"(?:you must be|please) (?:log(?:ged)?|sign(?:ed)?)[ -]?in to .{1,40}|(?:log|sign) ?in to (?:comment|reply).*"),
    (COMMENTS, r"save my name.{0,120}|comments (?:are|have been) (?:closed|disabled|turned off).{0,40}"),
    (COMMENTS, r"(?:name|e-?mail|website|comment) ?\*|(?:post|submit) (?:comment|reply)|notify me of .{1,60}"),
    (SHARE, rf"share(?: (?:this|the|your))?(?: (?:article|story|post|page|on|via|with|to|by|\w+ this))?(?: {_NETWORK}| friends)?"),
    (SHARE, rf"(?:share|tweet|pin|post|send|follow|like|find)(?: \w+){{0,4}} (?:on|via|by|to|with) {_NETWORK}"
            rf"(?:(?:,| and| or|/| \|)+ {_NETWORK})*"),
    (SHARE, rf"(?:share(?: this)?(?: (?:article|story|post|page))?:? ?)?{_NETWORK}(?:[\s,|/•·]+(?:{_NETWORK}|share|tweet|post|save))*"),
    (SHARE, r"(?:share|tweet|pin|save)(?:(?: this (?:article|story|post|page))?[\s,|/•·]+(?:share|tweet|post|pin|save|e-?mail|print))+"),
    (SHARE, r"(?:tweet|pin it|link copied|save (?:this )?(?:article|story|post|for later)|bookmark|gift (?:this )?article|"
            r"\d[\d.,]*k? shares?|read or share this .{1,80})"),
    (NEWSLETTER, r"(?:sign up|subscribe|register)(?: (?:now|today|free|here|for free))?(?: (?:for|to|and)\b.{1,150})?"),
    (NEWSLETTER, r"(?:get|receive|join|download|try)\b.{0,80}\b(?:newsletters?|in your inbox|to your inbox|our app|"
                 r"(?:whatsapp|telegram) (?:channel|group))\b.{0,80}"),
    (NEWSLETTER, r"(?:enter )?(?:your )?e-?mail address|(?:our |daily |weekly |free |morning )*newsletters?(?: sign[- ]?up)?"),
    (NEWSLETTER, r"thanks? (?:you )?for (?:signing up|subscribing|registering).{0,80}|"
                 r"(?:already|not) a (?:subscriber|member|registered user).{0,60}"),
    (NEWSLETTER, r"(?:log|sign) ?in|create (?:a |an |your )?(?:free )?account|(?:become|be) a (?:member|subscriber|supporter).{0,60}|"
                 r"donate(?: now| today)?|support (?:our|independent) (?:journalism|work|reporting).{0,80}|"
                 r"keep up with this story.{1,80}"),
    (COOKIES, r"(?:we(?: and our partners)?|this (?:site|website|page)|our (?:site|website)) uses? cookies\b.{0,500}"),
    (COOKIES, r"by (?:clicking|continuing|using|browsing|accepting)\b.{1,200}\b(?:cookies|terms|privacy|consent)\b.{0,200}"),
    (COOKIES, r"(?:accept|reject|allow|manage|decline)(?: (?:all|my|your|necessary))?(?: (?:cookies|preferences|settings|choices))|"
              r"cookie (?:policy|settings|notice|preferences)|(?:accept|reject) all"),
    (FURNITURE, r"(?:(?:back|go|jump) to )?(?:the )?(?:top|bottom|start|end)(?: of (?:the )?(?:page|article|story))"),
    (FURNITURE, r"(?:back|jump|skip) to .{0,20}(?:top|content|navigation|menu|home|search|main|article)(?: page)?"),
    (FURNITURE, r"(?:main |site |toggle |open |close |hide |show )?(?:menu|navigation|sidebar|search(?: bar)?)|"
                r"close|loading|home ?page|(?:show|view|see|load) (?:more|less|all)|continue"),
    (FURNITURE, r"(?:previous|next|older|newer)(?: (?:article|post|story|page|image|slide))?(?: ?[:>»→].{0,200})?"),
    (FURNITURE, r"(?:listen|listen to (?:this )?(?:article|story)|play(?: (?:video|audio))?|article audio)(?: ?\(?[\d:]+.{0,12})?"),
    (FURNITURE, r"\d+[ -]?min(?:ute)?s?(?: (?:read|listen|watch))|(?:estimated )?reading time:? .{1,20}"),
    (FURNITURE, r"(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d.{0,120}|.{0,80}all rights reserved"),
    (FURNITURE, r"(?:terms (?:of|and) (?:use|service|conditions)|privacy(?: policy| notice)?|contact(?: us)?|about us|"
                r"imprint|sitemap|faq)(?: ?[|•·,/-] ?(?:terms .{1,20}|privacy.{0,10}|contact.{0,5}|about us|imprint|faq))*"),
    (FURNITURE, r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|tagged(?: with)?|in this article):? ?.{0,150}"
                r"(?<![.!?])"),
    (FURNITURE, r"home ?[>»/›].{1,120}|\w[\w &]{1,30}(?: ?[>»›] ?[\w][\w &,’'-]{1,40}){2,}"),
    (CAPTION, r"(?:photo(?:graph)?|image|picture|video|pic|illustration|graphic|media)s?(?: (?:credits?|caption|by|courtesy|"
              r"source|copyright|gallery))*(?: ?[:/|].{0,200}|\b(?:(?<=caption)|(?<=by)|(?<=courtesy)|(?<=credit)) .{1,200})?"),
    (CAPTION, r"(?:photo |image |picture |file )?(?:credits?|caption|file photo|file image)(?: ?[:/|].{0,200})?"),
    (CAPTION, r".{0,400}\b(?:source|photo|credit|image|picture|foto):"),
    (CAPTION, r".{0,400}(?:toggle|hide|show|view) caption.{0,200}|enlarge this image.{0,300}"),
    (CAPTION, r"(?!.*\b(?:19|20)\d\d\b.*all rights).{0,300}(?:©|\(c\) ).{0,100}"),
    (CAPTION, rf".{{0,300}}(?:/|\bvia|\bphoto by|\bphoto|\|) ?{_AGENCY}(?: ?/ ?[\w .]+| (?:images|photo))?\)?"),
    (CAPTION, r"(?:image|media) (?:copyright|source|caption|playback).{0,400}|.{0,300}\bphoto(?:graph)?s?(?: by| credit)?: .{2,80}"),
    (LABEL, r"(?:news |guest )?(?:analysis|opinions?|comment(?:ary)?|editorial|op-ed)(?:/(?:analysis|opinion|comment(?:ary)?))?"),
    (CAPTION, r"\([^\s()]+(?: [^\s()]+){0,7}\)"),
    (CAPTION, r"(?-i:[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){0,3} ?/ ?[A-Z][\w.]+(?: [\w.]+){0,2})"),
    (CAPTION, r".{0,400}\((?:[^()]{0,60} )?(?:photo(?:graph)?s?|image|picture|credit|screenshot|courtesy)\b[^()]{0,100}\)"),
    (CAPTION, r"(?-i:.{0,400}\([A-Z][\w.’'-]*(?: [\w.’'-]+){0,3} ?/ ?[A-Z][^()]{1,50}\))"),
    (SOURCE, r"(?:the )?(?:original )?sources?(?: ?: ?.{0,100}| ?)"),
    (SOURCE, r"(?:the |read the |link to (?:the )?|see the )?original (?:article|story|text|version|report|post)s?"
             r"(?: (?:is |can be found )?(?:here|at .{1,80}|in .{1,20}))?:?(?: ?https?://\S+)?"),
    (SOURCE, r"(?:this|the) (?:article|story|piece|report|text|column|interview)(?: (?:was|has been|is))?"
             r"(?: (?:first|originally))? (?:appeared|published|republished|translated|produced|reproduced)\b.{1,250}"),
    (SOURCE, r"(?:translat(?:ed|ion)|republished|reprinted)(?: from| by| with|:)\b.{0,120}"),
    (SOURCE, r"(?:\(|—|–|-|\[)? ?(?:(?:additional |with )?(?:reporting|writing|editing|inputs?|contributions?) (?:by|from)|"
             r"contributing:|information from:|with (?:agency|agencies|files from|reporting from)|compiled by)\b.{1,250}"),
    (SOURCE, r".{2,120} contributed (?:to (?:this|the) (?:report|story|article|piece)|reporting)"),
    (SOURCE, r"(?:https?://|www\.)\S+"),
    (FURNITURE, r"(?!.*(?:\.\.|…))[\W_]+"),
)
_COMPILED = tuple((reason, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for reason, pattern in _PATTERNS)
_TRAILING = " \t.!:…*>»→›|▼▾+"

_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|da|van|von|der|bin|al|el|la)){1,4}"
_BY = re.compile(
    rf"(?:by|By|BY|Written by|Words by|Story by|Report by|Author:|By:)\s+(?P<names>{_NAME}(?:(?:,| and| &|, and) {_NAME})*)"
    r"(?P<rest>(?:,| in | for |\s?[|•·–—(-]).{0,120})?"
)
_NAMES_ONLY = re.compile(rf"{_NAME}(?:(?:,| and| &) {_NAME})*")
_ROLE = re.compile(
    r"(?:(?:senior|chief|staff|special|political|foreign|diplomatic|world|europe|business|our|news|national|"
    r"[\w]+) ){0,4}(?:reporter|writer|correspondent|editor|columnist|bureau chief)s?(?:,? .{0,40})?",
    re.IGNORECASE,
)
_ABOUT_AUTHOR = re.compile(
    rf"{_NAME} (?:is|are|was) (?:a|an|the|our)\b.{{0,200}}\b(?:reporter|correspondent|columnist|journalist|editor|"
    r"contributor|staff writer|author of|fellow)\b.{0,400}|about the authors?\b.{0,40}|"
    r"follow .{2,60} on (?:twitter|x|facebook|instagram|threads|bluesky)\b.{0,80}|.{0,60}e-?mail (?:address )?is \S+@.{0,80}"
)
TOP = 8
"""Units from the top in which bylines stand."""


def label_lines(units: Sequence[Unit]) -> dict[int, str]:
    """Index -> reason, for the units whose own shape tells that they are not article."""
    reasons: dict[int, str] = {}
    for index, unit in enumerate(units):
        reason = line_reason(unit.text)
        out_of_place = (reason == RELATED and index == 0) or (reason == LABEL and index >= TOP)
        if reason and not out_of_place:
            reasons[index] = reason
    return _bylines(units, reasons) | _author_notes(units, reasons) | reasons


def line_reason(text: str) -> str | None:
    """Why a line is not article, or None where its shape does not tell."""
    if len(text) > 600:
        return None
    if is_date_line(text):
        return DATE
    bare = text.strip("[]()<>«»*_=~–—- \t").rstrip(_TRAILING)
    for reason, pattern in _COMPILED:
        if pattern.fullmatch(text) or (bare and pattern.fullmatch(bare) and not _is_sentence(reason, text)):
            return reason
    return None


def author_of(text: str) -> str | None:
    """The names in a byline ("By Ana Ruiz and Tom Hale, political editor"), or None."""
    match = _BY.fullmatch(text)
    return match.group("names") if match else None


def _is_sentence(reason: str, text: str) -> bool:
    """Guards the two groups of patterns with open ends against running prose that begins alike."""
    if reason == CAPTION:
        return text.endswith((".", "!", "?")) and not text.endswith((".)", "Images."))
    return reason == RELATED and text.endswith((".", "!", "?")) and len(text.split()) > 10


def _bylines(units: Sequence[Unit], reasons: dict[int, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for index, unit in enumerate(units[:TOP]):
        if len(unit.text) <= 200 and not unit.ends_sentence and author_of(unit.text):
            found[index] = BYLINE
        elif index - 1 in found and len(unit.text) <= 80 and not unit.ends_sentence and _ROLE.fullmatch(unit.text):
            found[index] = BYLINE
        elif index and len(unit.text) <= 80 and _NAMES_ONLY.fullmatch(unit.text) and _credits_follow(units, reasons, index):
            found[index] = BYLINE
    return found


def _credits_follow(units: Sequence[Unit], reasons: dict[int, str], index: int) -> bool:
    """A line of names alone is a byline when a role or a date stands right below it."""
    after = index + 1
    return after < len(units) and (reasons.get(after) == DATE or bool(_ROLE.fullmatch(units[after].text[:100])))


def _author_notes(units: Sequence[Unit], reasons: dict[int, str]) -> dict[int, str]:
    """Lines on the author below the article."""
    found: dict[int, str] = {}
    for index in range(len(units) - 1, max(0, len(units) - 12), -1):
        if len(units[index].text) <= 700 and _ABOUT_AUTHOR.fullmatch(units[index].text):
            found[index] = BYLINE
        elif index not in reasons:
            break
    return found
