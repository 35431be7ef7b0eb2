"""A saved web page as text. Nothing in it is run, loaded or followed."""

import re
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser

from .word_set import word_set

_PAGE = re.compile(r"<(?:!doctype html|html|head|body|div|p|ul|li|h[1-6]|br)\b", re.I)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "title",
        "button",
        "form",
        "select",
        "footer",
    ]
)
_NEVER_HIDDEN = frozenset(["html", "body", "main"])
"""They hold the posting, whatever class, id or style a page's scripts gave them."""
_VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "wbr", "source"])
_BLOCKS = word_set(
    """
    p div li ul ol h1 h2 h3 h4 h5 h6 br tr section article header footer table dt dd
    blockquote main aside hr
    """
)
_ABOUT_COOKIES = re.compile(r"cookie|consent|gdpr|breadcrumb", re.I)
FEWEST_WORDS = 10
"""Of a page. One that keeps fewer has its posting inside of what is left out."""
MOSTLY_FORM = 5
"""Times as many words with the forms as without: the form is the page, and what stands
outside of it a header. An application form has fewer words than its posting."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def looks_like_page(text: str) -> bool:
    """Whether a text is HTML: two tags that structure a page, or a page's first."""
    found = _PAGE.findall(text[:20_000])
    return len(found) >= 2 or text.lstrip()[:15].lower().startswith(("<!doc", "<html"))


def page_text(page: str) -> str:
    """What a reader of the page sees, a line a block, list items with a dash.

    Forms and notes about cookies are left out, where a page is more than these: some
    servers put every page into a form, and some themes mark its outermost block.
    """
    text = _read(page, forms=False, notices=False)
    with_forms = _read(page, forms=True, notices=False)
    if len(with_forms.split()) >= MOSTLY_FORM * len(text.split()):
        text = with_forms
    if len(text.split()) < FEWEST_WORDS:
        text = _read(page, forms=True, notices=True)
    return text


def _read(page: str, *, forms: bool, notices: bool) -> str:
    reader = _Reader(forms=forms, notices=notices)
    reader.feed(page)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    """Collects the visible text; what a page hides is not asked of anybody."""

    def __init__(self, *, forms: bool, notices: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = _SILENT - {"form"} if forms else _SILENT
        self._notices = notices
        self._hidden: list[str] = []
        self._open: Counter[str] = Counter()
        """How often each tag stands in `_hidden`."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID and (self._hidden or self._hides(tag, dict(attrs))):
            self._hidden.append(tag)
            self._open[tag] += 1
        if tag in _BLOCKS and not self._hidden:
            # A heading is told from a paragraph by the empty line before it.
            self.pieces.append("\n\n" if tag[0] == "h" else "\n")
            self.pieces.append("- " if tag == "li" else "")

    def _hides(self, tag: str, given: Mapping[str, str | None]) -> bool:
        if tag in _NEVER_HIDDEN:
            return False
        named = f"{given.get('class')} {given.get('id')}"
        return (
            tag in self._silent
            or "hidden" in given
            or bool(_HIDDEN.search(given.get("style") or ""))
            or (not self._notices and bool(_ABOUT_COOKIES.search(named)))
        )

    def handle_endtag(self, tag: str) -> None:
        if self._open[tag]:
            # Pages forget end tags; the nearest open one of that name is meant.
            closed = ""
            while closed != tag:
                closed = self._hidden.pop()
                self._open[closed] -= 1
        elif tag in _BLOCKS and not self._hidden:
            if tag[1:].isdigit() and self.pieces and self.pieces[-1][-1:].isalnum():
                self.pieces.append(":")  # plain text has no other sign of a heading
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(re.sub(r"\s+", " ", data))
