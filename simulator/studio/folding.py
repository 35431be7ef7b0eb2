"""From entries to comments as they stand, the same from any order of files.

Whatever points nowhere, or changes what somebody else wrote, is left out: an entry is
data from anywhere, not an order.
"""

from collections.abc import Iterable, Mapping, Sequence

from . import journal
from .comment_records import REOPENED, Comment, CommentEvent, Kind, Reply


def fold(
    entries: Iterable[CommentEvent], *, viewer: str | None = None
) -> tuple[Comment, ...]:
    """The comments as they stand, by answer and moment.

    Args:
        entries: of any number of coaches, in any order.
        viewer: leaves out what others keep private; None sees all.
    """
    ordered = journal.merged(entries)
    comments = _folded(ordered)
    if viewer is not None:
        comments = [c for c in comments if _may_see(c, viewer)]
        comments = [_seen(c, viewer) for c in comments]
    return tuple(sorted(comments, key=lambda c: (c.turn, c.start_s or 0.0, c.at, c.id)))


def shared(entries: Iterable[CommentEvent]) -> tuple[CommentEvent, ...]:
    """What may leave this machine: shown comments as they stand now, and replies.

    Earlier wordings and deleted comments stay here: somebody took them back. Each
    keeps its id, so what comes back joins what is here. The last change and the last
    word on whether it is settled go along as entries of their own: who already has the
    comment knows its id and learns of the change from theirs.
    """
    left: list[CommentEvent] = []
    originals = {entry.id: entry for entry in entries}
    for comment in fold(originals.values()):
        if comment.visibility != "shown":
            continue
        left += _as_it_stands(originals, comment, comment.kind)
        for reply in comment.replies:
            if reply.visibility == "shown":
                left += _as_it_stands(originals, reply, "")
        left += _last(e for e in originals.values() if _settles(e, comment))
    return journal.merged(left)


def _folded(ordered: Sequence[CommentEvent]) -> list[Comment]:
    """Entries applied in order; whatever points nowhere or is not allowed is left."""
    comments = {
        e.id: Comment(
            id=e.id,
            coach=e.coach,
            at=e.at,
            turn=e.turn,
            start_s=e.start_s,
            kind=e.kind,
            body=e.body,
            visibility=e.visibility,
        )
        for e in ordered
        if e.op == "add"
    }
    replies = {
        e.id: (e.target, Reply(**e.model_dump(include=set(Reply.model_fields))))
        for e in ordered
        if e.op == "reply" and e.target in comments
    }
    for e in ordered:
        if e.op == "resolve" and e.target in comments:
            by = None if e.body == REOPENED else e.coach
            now = comments[e.target]
            comments[e.target] = now.model_copy(update={"resolved_by": by})
        elif e.op in ("edit", "delete") and e.target in comments:
            _change(comments, e, comments[e.target].coach)
        elif e.op in ("edit", "delete") and e.target in replies:
            _change_reply(replies, e)
    for above, answer in sorted(replies.values(), key=lambda r: (r[1].at, r[1].id)):
        if above in comments:
            now = comments[above]
            whole = (*now.replies, answer)
            comments[above] = now.model_copy(update={"replies": whole})
    return list(comments.values())


def _change(comments: dict[str, Comment], e: CommentEvent, author: str) -> None:
    assert e.target is not None
    if e.coach != author:
        return
    if e.op == "delete":
        del comments[e.target]
        return
    change = {"body": e.body, "kind": e.kind, "visibility": e.visibility}
    now = comments[e.target]
    comments[e.target] = now.model_copy(update={**change, "edited": True})


def _change_reply(replies: dict[str, tuple[str, Reply]], e: CommentEvent) -> None:
    assert e.target is not None
    above, now = replies[e.target]
    if e.coach != now.coach:
        return
    if e.op == "delete":
        del replies[e.target]
        return
    change = {"body": e.body, "visibility": e.visibility, "edited": True}
    replies[e.target] = (above, now.model_copy(update=change))


def _may_see(comment: Comment, viewer: str) -> bool:
    return comment.visibility == "shown" or comment.coach == viewer


def _seen(comment: Comment, viewer: str) -> Comment:
    visible = tuple(
        r for r in comment.replies if r.visibility == "shown" or r.coach == viewer
    )
    return comment.model_copy(update={"replies": visible})


def _as_it_stands(
    originals: Mapping[str, CommentEvent], now: Comment | Reply, kind: Kind
) -> list[CommentEvent]:
    """The entry itself and its author's last change, both in the words of now."""
    edits = (
        e
        for e in originals.values()
        if e.op == "edit" and e.target == now.id and e.coach == now.coach
    )
    change = {"body": now.body, "kind": kind, "visibility": "shown"}
    return [e.model_copy(update=change) for e in (originals[now.id], *_last(edits))]


def _settles(entry: CommentEvent, comment: Comment) -> bool:
    return entry.op == "resolve" and entry.target == comment.id


def _last(entries: Iterable[CommentEvent]) -> tuple[CommentEvent, ...]:
    return journal.merged(entries)[-1:]
