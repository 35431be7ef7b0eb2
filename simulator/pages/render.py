"""Templates into pages: one self-contained file, nothing from the network.

Everything that comes from a person, a bank or a model is escaped by default, in HTML
and in Markdown. Style and script are our own files, put inline, and the page's content
security policy allows exactly these two by their hash: text that slipped through the
escaping still could not run, load or send anything.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from . import spoken

if TYPE_CHECKING:
    from jinja2 import Environment

_MARKDOWN = re.compile(r"([\\`*_\[\]|~]|^[#+\-=](?=.))")
_EXPORT = re.compile(r"^export (?=class|const)", re.MULTILINE)
_LIST = re.compile(r"^(\d+)([.)])(?=\s|$)")
"""What begins emphasis, code, links, table cells; at the start also headings, lists."""


def text_of(name: str) -> str:
    """A file of this package, as text."""
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def html(template: str, style: str, scripts: Sequence[str], **context: Any) -> str:
    """A page from `template`, with the style and script files inline.

    Args:
        template: name of a template of this package.
        style: name of a .css file of this package; the colours come before it.
        scripts: names of .js files of this package.
        **context: what the template shows; every string in it is escaped.
    """
    from markupsafe import Markup

    css, js = styled(style), scripted(scripts)
    return (
        _environment(escape_html=True)
        .get_template(template)
        .render(css=Markup(css), js=Markup(js), policy=policy(css, js), **context)
    )


def standalone(
    template: str, styles: Sequence[str], scripts: Sequence[str], **context: Any
) -> str:
    """A page that carries its sound inside: it plays blobs made from itself alone."""
    from markupsafe import Markup

    css = styled(*styles)
    js = scripted(scripts)
    return (
        _environment(escape_html=True)
        .get_template(template)
        .render(
            css=Markup(css),
            js=Markup(js),
            policy=policy(css, js, media="blob:"),
            **context,
        )
    )


def page(template: str, **context: Any) -> str:
    """A page whose style and script are served beside it; every string is escaped."""
    return _environment(escape_html=True).get_template(template).render(**context)


def styled(*styles: str) -> str:
    """Style files behind the colours that all pages share."""
    return text_of("colours.css") + "".join(map(text_of, styles))


def scripted(scripts: Sequence[str]) -> str:
    """Scripts as one: what a file exports the later ones see, the rest is its own."""
    return "\n".join(
        _EXPORT.sub("", text)
        if _EXPORT.search(text := text_of(name))
        else f"{{\n{text}}}"
        for name in scripts
    )


def markdown(template: str, **context: Any) -> str:
    """A Markdown document; every value is escaped, and stays on its line."""
    return _environment(escape_html=False).get_template(template).render(**context)


def policy(css: str, js: str, media: str = "'self' file:") -> str:
    """Content security policy of a page in a folder: sound beside it, and no more."""
    return (
        "default-src 'none'; "
        f"style-src '{_hash(css)}'; script-src '{_hash(js)}'; "
        f"media-src {media}; base-uri 'none'; form-action 'none'"
    )


def escape_markdown(value: Any) -> Any:
    """Text that Markdown shows as it stands. Line breaks become spaces."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LIST.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))


@cache
def _environment(escape_html: bool) -> "Environment":
    """Compiled templates, kept: a report is written after every turn."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(text_of),
        autoescape=escape_html,
        finalize=None if escape_html else escape_markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        f.__name__: f for f in (spoken.runs, spoken.begins_s, spoken.offsets_ms)
    }
    return made


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
