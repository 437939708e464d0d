"""The shapes of lines that are not article: kinds of lines ("read more: ...", "3 comments", "photo: ...").

Each pattern must match a whole line, whatever its case. None names an outlet or a site.
"""

from __future__ import annotations

import re

ADVERTISEMENT = "advertisement"
RELATED = "link to another story"
COMMENTS = "comment form"
SHARE = "share links"
NEWSLETTER = "newsletter or subscription prompt"
COOKIES = "cookie notice"
FURNITURE = "page furniture"
CAPTION = "photo caption or credit"
SOURCE = "source line"
LABEL = "section label"

ITEM = r"(?:articles?|story|stories|posts?|content|news|topics?|coverage|links?|reading|items?|videos?|headlines?)"
_NETWORK = (
    r"(?:facebook|twitter|x|whats ?app|telegram|linked ?in|reddit|pinterest|e-?mail|print|messenger|bluesky|threads|"
    r"mastodon|vk|viber|tumblr|pocket|flipboard|instagram|youtube|tiktok|google\+?|sms|copy(?: (?:the )?link)?)"
)
_AGENCY = (
    r"(?:ap|afp|epa(?:-efe)?|reuters|getty(?: images)?|shutterstock|alamy|pa(?: (?:wire|media|images))?|"
    r"associated press|istock|flickr|unsplash|handout|dpa|ansa|tass|xinhua|sputnik|zuma(?: press)?|bloomberg)"
)
_PICTURE = r"(?:photo(?:graph|grapher)?|image|picture|video|pic|illustration|graphic|media|foto)"
_SHARED = r"(?:article|story|post|page)"
_MORE = r"(?:read|see|watch|view|listen|hear|learn|find out|discover)"

_PATTERNS: dict[str, tuple[str, ...]] = {
    ADVERTISEMENT: (
        r"(?:advert(?:isement|ising|s)?s?|ads?|ad feedback)(?: \d+)?",
        r"(?:sponsored|promoted|paid|partner) (?:content|posts?|links?|stories|promotion|by .{1,40})",
        rf"(?:(?:this |the )?(?:text|{_SHARED}) )?continues? (?:reading )?(?:below|after)"
        r"(?: (?:this|the))?(?: (?:ad|advert|advertisement|promotion|video))?",
        r"(?:advertisement )?(?:continue|keep) reading(?: (?:below|after|the main story)\b.{0,30})?",
        r"(?:scroll (?:down )?(?:to|for)|skip (?:past )?(?:this )?(?:ad|promotion|newsletter)).{0,50}",
        r"(?:why|report|remove|close|hide)(?: (?:this|these|am i seeing this))? (?:ads?|advertisement)",
    ),
    RELATED: (
        rf"(?:also )?{_MORE} (?:more|also|next|full (?:story|article)|the (?:full|whole|rest) .{{1,30}})"
        r"(?: ?[:>»→|–—-].*| (?:about|on|at|here|from|in|of|stories|news)\b.{0,100})?",
        r"(?:(?:also )?(?:related|read|watch|listen|more|see)|(?:see|read|watch) (?:also|here|this)|also read|"
        rf"related {ITEM}|more on this|don['’]t miss|must[- ]read|recommended|up next|you may also like)"
        r" ?[:>»→|] ?.{1,200}",
        r"(?:click|tap) here .{1,80}",
    ),
    COMMENTS: (
        r"(?:leave|post|add|write|submit|join|view|show|hide|see|read|load)(?: (?:a|an|your|the|all|more|\d+))? "
        r"(?:reply|replies|comments?|conversation|discussion|response)(?: .{0,30})?",
        r"cancel reply|reply|(?:\d+|no|reader) (?:comments?|replies|responses)|comments? ?(?:\(\d+\)|:|\d+)|comments",
        r"your e-?mail address will not be .{1,200}|required fields (?:are|marked).{0,60}",
        r"(?:please )?(?:enter|type|write) (?:your|a|an|valid|the) (?:[\w-]+ ){0,4}"
        r"(?:comment|name|e-?mail(?: address)?|website|message)(?: here)?",
        r"(?:you must be|please) (?:log(?:ged)?|sign(?:ed)?)[ -]?in to .{1,40}",
        r"(?:log|sign) ?in to (?:comment|reply).{0,60}",
        r"save my name.{0,120}|comments (?:are|have been) (?:closed|disabled|turned off).{0,40}",
        r"(?:name|e-?mail|website|comment) ?\*|(?:post|submit) (?:comment|reply)|notify me of .{1,60}",
    ),
    SHARE: (
        rf"share(?: (?:this|the|your))?(?: (?:{_SHARED}|on|via|with|to|by|\w+ this))?(?: {_NETWORK}| friends)?",
        rf"(?:share|tweet|pin|post|send|follow|like|find)(?: \w+){{0,4}} (?:on|via|by|to|with) {_NETWORK}"
        rf"(?:(?:, | and | or |/| \| ){_NETWORK})*",
        rf"(?:share(?: this)?(?: {_SHARED})?:? ?)?{_NETWORK}(?:[\s,|/•·]+(?:{_NETWORK}|share|tweet|post|save))*",
        rf"(?:share|tweet|pin|save)(?: this {_SHARED})?(?:[\s,|/•·]+(?:share|tweet|post|pin|save|e-?mail|print))+",
        rf"tweet|pin it|link copied|save (?:this )?(?:{_SHARED}|for later)|bookmark|gift (?:this )?article",
        r"\d[\d.,]*k? (?:shares?|views?|likes?)|read or share this .{1,80}|save articles? (?:to|for) .{1,80}",
    ),
    NEWSLETTER: (
        r"(?:sign up|subscribe)(?: (?:now|today|free|here|for free))?(?: (?:for|to|and)\b.{1,150})?",
        r"register(?: (?:now|today|free|here|for free))?",
        r"(?:get|receive|join|download|try)\b.{0,80}\b(?:newsletters?|(?:in|to) your inbox|our app|"
        r"(?:whatsapp|telegram) (?:channel|group))\b.{0,80}",
        r"(?:enter )?(?:your )?e-?mail address|(?:our |daily |weekly |free |morning )*newsletters?(?: sign[- ]?up)?",
        r"after newsletter promotion|privacy notice: .{1,300}",
        r"thanks? (?:you )?for (?:signing up|subscribing|registering).{0,80}",
        r"(?:already|not) a (?:subscriber|member|registered user).{0,60}",
        r"(?:log|sign) ?in|create (?:a |an |your )?(?:free )?account",
        r"(?:become|be) a (?:member|subscriber|supporter).{0,60}|donate(?: now| today)?",
        r"support (?:our|independent) (?:journalism|work|reporting).{0,80}|keep up with this story.{1,80}",
    ),
    COOKIES: (
        r"(?:we(?: and our partners)?|(?:this|our) (?:site|website|page)) uses? cookies\b.{0,500}",
        r"by (?:clicking|continuing|using|browsing|accepting)\b.{1,200}\b(?:cookies|terms|privacy|consent)\b.{0,200}",
        r"(?:accept|reject|allow|manage|decline)(?: (?:all|my|your|necessary))? (?:cookies|preferences|choices)",
        r"cookie (?:policy|settings|notice|preferences)|(?:accept|reject) all",
    ),
    FURNITURE: (
        r"(?:(?:back|go|jump) to )?(?:the )?(?:top|bottom|start|end) of (?:the )?(?:page|article|story)",
        r"(?:back|jump|skip) to .{0,20}(?:top|content|navigation|menu|home|search|main|article)(?: page)?",
        r"(?:main |site |toggle |open |close |hide |show )?(?:menu|navigation|sidebar|search(?: bar)?)",
        r"close|loading|home ?page|(?:show|view|see|load) (?:more|less|all)|continue",
        r"(?:previous|next|older|newer)(?: (?:article|post|story|page|image|slide))?(?: ?[:>»→].{0,200})?",
        r"(?:listen(?: to (?:this )?(?:article|story))?|play(?: (?:video|audio))?|article audio)"
        r"(?: ?\(?[\d:]+.{0,12})?",
        r"just watched\b.{1,300}\bmust watch\b.{0,300}",
        r"\d+[ -]?min(?:ute)?s?(?: (?:read|listen|watch))|(?:estimated )?reading time:? .{1,20}",
        rf"this (?:{_SHARED}) is more than .{{1,20}} old|reuse this content",
        r"(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d.{0,120}|.{0,80}all rights reserved",
        r"(?:terms (?:of|and) (?:use|service|conditions)|privacy(?: policy| notice)?|contact(?: us)?|about us|imprint|"
        r"sitemap|faq)(?: ?[|•·,/-] ?(?:terms .{1,20}|privacy.{0,10}|contact.{0,5}|about us|imprint|faq))*",
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|tagged(?: with)?|in this article)"
        r"(?:: ?.{0,150})?",
        r"home ?[>»/›].{1,120}|\w[\w &]{1,30}(?: ?[>»›] ?\w[\w &,’'-]{1,40}){2,}",
        r"(?!.*(?:\.\.|…))[\W_]+",
    ),
    LABEL: (
        r"(?:news |guest )?(?:analysis|opinions?|comment(?:ary)?|editorial|op-ed)"
        r"(?:/(?:analysis|opinion|comment(?:ary)?))?",
    ),
    SOURCE: (
        r"(?:the )?(?:original )?sources?(?: ?: ?.{0,100})?",
        rf"(?:the |read the |link to (?:the )?|see the )?original (?:text|version|report|{_SHARED})s?"
        r"(?: (?:is |can be found )?(?:here|at .{1,80}|in .{1,20}))?:?(?: ?https?://\S+)?",
        rf"(?:this|the) (?:piece|report|text|column|interview|{_SHARED})(?: (?:was|has been|is))?"
        r"(?: (?:first|originally))? (?:appeared|published|republished|translated|produced|reproduced)\b.{1,250}",
        r"(?:translat(?:ed|ion)|republished|reprinted)(?: from| by| with|:)\b.{0,120}",
        r"(?:[(—–[-] ?)?(?:(?:additional |with )?(?:reporting|writing|editing|inputs?|contributions?) (?:by|from)|"
        r"contributing:|information from:|with (?:agency|agencies|files from|reporting from)|compiled by)\b.{1,250}",
        r".{2,120} contributed (?:to (?:this|the) (?:report|story|article|piece)|reporting)",
        r"(?:https?://|www\.)\S+",
    ),
    CAPTION: (
        rf"{_PICTURE}s?(?: (?:credits?|caption|by|courtesy|source|copyright|gallery))*(?: ?[:/|].{{0,300}})?",
        rf"{_PICTURE}s? (?:by|courtesy(?: of)?|credit) .{{1,400}}(?<![.!?])",
        rf"{_PICTURE} (?:caption|copyright|playback|source) .{{1,400}}",
        r"(?:photo |image |picture |file )?(?:credits?|caption|file (?:photo|image))(?: ?[:/|].{0,200})?",
        r"(?:.{0,400}[.!?,;|/–—-] ?)?(?:source|photo|credit|image|picture|foto):",
        r".{0,400}(?:toggle|hide|show|view) caption.{0,200}|enlarge this image.{0,300}",
        r"(?!.*all rights).{0,300}©.{0,100}",
        rf".{{0,300}}(?:/|\bvia|\bphoto by|\bphoto|\|) ?{_AGENCY}(?: ?/ ?[\w .]+| (?:images|photo))?\)?",
        r".{0,300}\b(?:photo(?:graph|grapher)?s?(?: by| credit)?|pictures?|image): .{2,80}(?<![.!?])",
        r"\([^\s()]+(?: [^\s()]+){0,7}(?<![.!?])\)",
        r".{0,400}\((?:[^()]{0,60} )?(?:photo(?:graph)?s?|image|picture|credit|screenshot|courtesy)\b[^()]{0,100}\)",
        r".{0,400}\[(?:file|photo|image|screen ?(?:grab|shot)|courtesy|handout)\b[^\[\]]{0,100}\]",
        r"(?-i:Getty Images .{3,200}(?<![.!?]))|(?-i:.{0,400}\[[A-Z][\w .’'-]{1,50}/[A-Z][\w .’'-]{1,50}\])",
        r"(?-i:[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){0,3} ?/ ?[A-Z][\w.]+(?: [\w.]+){0,2})",
        r"(?-i:.{0,400}\([A-Z][\w.’'-]*(?: [\w.’'-]+){0,3} ?/ ?[A-Z][^()]{1,50}\))",
    ),
}
LINE_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for reason, patterns in _PATTERNS.items()
    for pattern in patterns
)
"""(reason, pattern) in the order in which they are tried."""

GALLERY = re.compile(r"\b(?:hide|show|view) caption \d+ of \d+\b", re.IGNORECASE)
"""What stands between the captions of a gallery that was pasted as one line, however long."""
