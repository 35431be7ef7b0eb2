"""A written report, read back; and sessions that are hard to report on."""

from html.parser import HTMLParser
from pathlib import Path

import made_cases as made

from simulator.coach.report import write_report
from simulator.records import Analysis, Session, Structure, Transcript

VOID = {"meta", "link", "br", "hr", "img", "input", "source"}


class Page(HTMLParser):
    """Tags in order, with a complaint for each that does not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def written(session: Session, folder: Path) -> tuple[str, str]:
    page = write_report(session, folder)
    return page.read_text("utf-8"), (folder / "report.md").read_text("utf-8")


def typed() -> Session:
    said = Transcript(text="We did it. It worked.", language="en", model="")
    structure = Structure(
        kind="story",
        action=(made.passage("We did it", None, None),),
        missing=("result",),
    )
    unknown = made.pace(1).model_copy(
        update={"value": None, "low": None, "high": None, "graded": False}
    )
    analysis = Analysis(
        verdict="assessable", structure=structure, measurements=(unknown,)
    )
    return made.session(
        made.turn(analysis=analysis, said=said, audio=None, duration_s=None)
    )


def private() -> Session:
    whole = made.whole()
    turns = tuple(t.model_copy(update={"audio": None}) for t in whole.turns)
    return whole.model_copy(update={"turns": turns})
