"""Who may come in, tried on the whole studio over HTTP."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from made_sessions import ID as FIRST

from simulator.keep import FolderStore
from simulator.studio import comments

STEM = "01-conflict"
PAGES = (
    "/", "/cohort", f"/s/{FIRST}/{STEM}", f"/s/{FIRST}/{STEM}/sound",
    f"/s/{FIRST}/{STEM}/peaks", f"/s/{FIRST}/{STEM}/drawn", f"/s/{FIRST}/print",
    f"/s/{FIRST}/{STEM}/words.vtt", f"/compare?a={FIRST}/{STEM}",
    f"/s/{FIRST}/share", f"/s/{FIRST}/shared.html?answer=1", "/cohort.csv",
)  # fmt: skip


@pytest.fixture
def outside(open_studio: Any) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=open_studio.address, timeout=60) as client:
        yield client


@pytest.fixture
def inside(open_studio: Any) -> Iterator[httpx.Client]:
    """Somebody who opened the link, and whose browser says where it comes from."""
    with httpx.Client(
        base_url=open_studio.address, follow_redirects=True, timeout=60
    ) as client:
        assert client.get(open_studio.link).status_code == 200
        client.headers["origin"] = open_studio.address
        yield client


def test_it_listens_on_loopback_only(open_studio: Any) -> None:
    assert open_studio.address.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("page", PAGES)
def test_without_the_cookie_nothing_is_shown(outside: httpx.Client, page: str) -> None:
    answer = outside.get(page)
    assert answer.status_code == 401
    assert "Sam" not in answer.text
    assert FIRST not in answer.text


def test_the_token_in_the_link_becomes_a_cookie_and_leaves_the_address(
    open_studio: Any, outside: httpx.Client
) -> None:
    answer = outside.get(open_studio.link)
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert open_studio.door.token not in cookie


def test_another_token_opens_nothing(outside: httpx.Client) -> None:
    answer = outside.get("/enter?token=guessed")
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1:1"])
def test_a_rebound_name_is_refused_even_with_the_cookie(
    inside: httpx.Client, host: str
) -> None:
    answer = inside.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Sam" not in answer.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_a_post_of_another_page_changes_nothing(
    inside: httpx.Client, store: FolderStore, origin: str
) -> None:
    body = {"op": "add", "body": "forged", "start_s": 1}
    headers = {"origin": origin}
    answer = inside.post(f"/s/{FIRST}/{STEM}/comments", json=body, headers=headers)
    assert answer.status_code == 403
    assert comments.events(store.folder(FIRST)) == ()


def test_a_form_of_another_page_cannot_send_what_ours_sends(
    inside: httpx.Client, store: FolderStore
) -> None:
    """A form can be sent across sites without asking; it cannot send JSON."""
    answer = inside.post(
        f"/s/{FIRST}/{STEM}/comments",
        content=json.dumps({"op": "add", "body": "forged"}),
        headers={"content-type": "text/plain"},
    )
    assert answer.status_code == 415
    assert comments.events(store.folder(FIRST)) == ()


@pytest.mark.parametrize("page", [*PAGES, "/nowhere", "/enter", "/assets/studio.css"])
def test_every_answer_carries_the_policy(inside: httpx.Client, page: str) -> None:
    answer = inside.get(page)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    [
        "/s/..%2f..%2fetc/passwd", "/s/%2e%2e/x", f"/s/{FIRST}/..%2f..%2fsession.json",
        f"/s/{FIRST}/../../../etc/passwd/sound", "/assets/..%2frender.py",
        "/assets/%2e%2e%2freport.css", "/assets/session.html.jinja", "/assets/",
        f"/s/{FIRST}/{STEM}%00/sound", f"/s/{FIRST}/session/sound", "/s/.ssh/id/sound",
        "/compare?a=..%2f..%2fx/y", f"/compare?a={FIRST}/..", "//etc/passwd",
    ],
)  # fmt: skip
def test_no_path_leaves_the_library(inside: httpx.Client, path: str) -> None:
    answer = inside.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "schema_version" not in answer.text


def test_a_session_file_cannot_name_a_recording_elsewhere(
    inside: httpx.Client, store: FolderStore, tmp_path: Path
) -> None:
    """Session folders come from other people too."""
    secret = tmp_path / "secret.flac"
    secret.write_bytes(b"what lies elsewhere")
    file = store.folder(FIRST) / "session.json"
    text = file.read_text("utf-8")
    file.write_text(text.replace("01-conflict.flac", "../../../secret.flac"), "utf-8")
    assert b"elsewhere" not in inside.get(f"/s/{FIRST}/{STEM}/sound").content
    file.write_text(text, "utf-8")
    sound = store.folder(FIRST) / "01-conflict.flac"
    sound.unlink()
    os.symlink(secret, sound)
    answer = inside.get(f"/s/{FIRST}/{STEM}/sound")
    assert answer.status_code == 404
    assert b"elsewhere" not in answer.content


def test_a_session_folder_that_is_a_link_elsewhere_is_not_followed(
    inside: httpx.Client, store: FolderStore, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    store.folder(FIRST).rename(elsewhere)
    os.symlink(elsewhere, store.folder(FIRST))
    assert inside.get(f"/s/{FIRST}/{STEM}").status_code == 404


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"


def test_hostile_text_stays_text_on_every_page(
    inside: httpx.Client, store: FolderStore
) -> None:
    """Names, questions, words and comments are shown as they stand, and never run."""
    import made_sessions

    id = "2026-11-25T090000Z-demo-0bad"
    turn = made_sessions.turns()[0]
    word = turn.transcript.words[0].model_copy(update={"text": HOSTILE})
    said = turn.transcript.model_copy(
        update={"text": HOSTILE, "words": (word, *turn.transcript.words[1:])}
    )
    question = turn.question.model_copy(update={"text": HOSTILE})
    bad = turn.model_copy(update={"transcript": said, "question": question})
    made_sessions.keep(
        store, id, candidate=HOSTILE, turns=(bad,), questions=(question,)
    )
    comments.add(store.folder(id), HOSTILE[:60], STEM, HOSTILE, start_s=1.0)
    pages = (
        "/",
        "/?search=<script>",
        f"/s/{id}/{STEM}",
        f"/s/{id}/print",
        f"/compare?a={id}/{STEM}&b={FIRST}/{STEM}",
        f"/compare?a={id}/{STEM}",
    )
    for page in pages:
        answer = inside.get(page)
        assert answer.status_code == 200, page
        assert "<script>alert" not in answer.text, page
        assert "<img" not in answer.text, page
    assert "&lt;script&gt;alert(1)" in inside.get(f"/s/{id}/{STEM}").text


def test_sound_comes_in_byte_ranges(inside: httpx.Client, store: FolderStore) -> None:
    whole = (store.folder(FIRST) / "01-conflict.flac").read_bytes()
    address = f"/s/{FIRST}/{STEM}/sound"
    part = inside.get(address, headers={"range": "bytes=1000-1999"})
    assert part.status_code == 206
    assert part.content == whole[1000:2000]
    assert part.headers["content-range"] == f"bytes 1000-1999/{len(whole)}"
    assert part.headers["content-type"] == "audio/flac"
    beyond = inside.get(address, headers={"range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416


@pytest.mark.parametrize(
    "body",
    [
        {}, {"op": "add"}, {"op": "burn", "body": "x"},
        {"op": "add", "body": "x" * 5000},
        {"op": "add", "body": "x", "start_s": -1}, {"op": "edit", "body": "x"},
        {"op": "add", "body": "x", "coach": "Somebody else"}, [], "x",
        {"op": "delete", "target": "no such comment"}, {"op": "add", "body": "   "},
        {"op": "add", "body": "x", "kind": "<b>"},
        {"op": "add", "body": "x", "start_s": "NaN"},
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_in_one_line(
    inside: httpx.Client, store: FolderStore, body: Any
) -> None:
    answer = inside.post(f"/s/{FIRST}/{STEM}/comments", json=body)
    assert answer.status_code == 400
    assert "\n" not in answer.json()["trouble"]
    assert comments.events(store.folder(FIRST)) == ()


def test_a_body_larger_than_any_comment_is_not_read(inside: httpx.Client) -> None:
    answer = inside.post(f"/s/{FIRST}/{STEM}/comments", json={"body": "x" * 300_000})
    assert answer.status_code == 413
