"""Coming in by the password: what is read before anybody is in, and how often."""

import asyncio
import socket
from typing import Any

import httpx2 as httpx
import pytest
from made_sessions import ID as FIRST
from starlette.requests import Request

from simulator.keep import FolderStore
from simulator.replay.door import Door
from simulator.replay.entering import Entrance

STEM = "01-conflict"


@pytest.mark.parametrize("path", ["/enter", f"/s/{FIRST}/{STEM}/comments"])
def test_a_body_that_is_sent_in_pieces_is_not_read(
    start: Any, store: FolderStore, path: str
) -> None:
    """It says no size, or a wrong one beside it; nobody has come in yet."""
    with start(store, password="correct horse battery") as studio:
        host, _, port = studio.address.removeprefix("http://").partition(":")
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {host}:{port}\r\n"
            f"Origin: {studio.address}\r\nContent-Type: application/json\r\n"
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        with socket.create_connection((host, int(port)), timeout=20) as line:
            line.sendall(head.encode())  # and never a piece: it is not waited for
            assert line.recv(200).startswith(b"HTTP/1.1 413")


def test_with_a_password_only_the_password_opens(
    start: Any, store: FolderStore
) -> None:
    with (
        start(store, password="correct horse battery") as studio,
        httpx.Client(base_url=studio.address, timeout=60) as client,
    ):
        assert client.get("/").headers["location"] == "/enter"
        assert client.get(f"/enter?token={studio.door.token}").status_code == 200
        assert client.get(f"/s/{FIRST}/{STEM}/sound").status_code == 303
        headers = {"origin": studio.address}
        wrong = client.post("/enter", data={"password": "guess"}, headers=headers)
        assert wrong.status_code == 403
        assert "set-cookie" not in wrong.headers
        forged = client.post("/enter", data={"password": "correct horse battery"})
        assert forged.status_code == 403
        right = client.post(
            "/enter", data={"password": "correct horse battery"}, headers=headers
        )
        assert right.status_code == 303
        assert client.get("/").status_code == 200


def test_the_sixth_guess_waits(start: Any, store: FolderStore) -> None:
    with (
        start(store, password="correct horse battery") as studio,
        httpx.Client(base_url=studio.address, timeout=60) as client,
    ):
        headers = {"origin": studio.address}
        codes = [
            client.post("/enter", data={"password": "x"}, headers=headers).status_code
            for _ in range(6)
        ]
        assert codes == [403] * 5 + [429]


def test_guesses_sent_at_once_are_counted_one_by_one() -> None:
    """Fifty bodies that arrive together are five tries and forty-five waits."""
    entrance = Entrance(Door("127.0.0.1", 1, "correct horse battery"))
    arrived = asyncio.Event()

    async def receive() -> dict[str, Any]:
        await arrived.wait()
        return {"type": "http.request", "body": b"password=x", "more_body": False}

    async def guess() -> int:
        scope = {"type": "http", "method": "POST", "headers": [], "path": "/enter"}
        return (await entrance.enter(Request(scope, receive))).status_code

    async def all_at_once() -> list[int]:
        guesses = [asyncio.ensure_future(guess()) for _ in range(50)]
        await asyncio.sleep(0)
        arrived.set()
        return list(await asyncio.gather(*guesses))

    codes = asyncio.run(all_at_once())
    assert (codes.count(403), codes.count(429)) == (5, 45)


def test_a_form_with_too_many_fields_is_a_wrong_guess() -> None:
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"a=1&b=2&c=3&d=4&e=5"}

    scope = {"type": "http", "method": "POST", "headers": [], "path": "/enter"}
    entrance = Entrance(Door("127.0.0.1", 1, "correct horse battery"))
    answer = asyncio.run(entrance.enter(Request(scope, receive)))
    assert answer.status_code == 403
