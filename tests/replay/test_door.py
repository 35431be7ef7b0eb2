"""Who may come in, decided from headers alone."""

import pytest

from simulator.errors import SettingsError
from simulator.replay.door import TRIES, WAIT_S, Door, Tries, trusted

PORT = 8123
HERE = f"127.0.0.1:{PORT}"


def door(host: str = "127.0.0.1", password: str | None = None) -> Door:
    return Door(host, PORT, password)


@pytest.mark.parametrize(
    "host",
    [HERE, f"localhost:{PORT}", f"LOCALHOST:{PORT}", f"[::1]:{PORT}"],
)
def test_it_answers_to_its_own_names(host: str) -> None:
    assert door().is_named(host)


@pytest.mark.parametrize(
    "host",
    [
        f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", "",
        f"127.0.0.1.evil:{PORT}",
        f"192.168.1.5:{PORT}", f"evil@127.0.0.1:{PORT}", f":{PORT}",
        f"localhost:{PORT}:1",
    ],
)  # fmt: skip
def test_a_name_bound_to_it_by_others_is_refused(host: str) -> None:
    """DNS rebinding: the attacker's name resolves here, and stands in Host."""
    assert not door().is_named(host)


def test_on_all_addresses_numbers_are_names_and_foreign_words_are_not() -> None:
    wide = door("0.0.0.0", "a long password")
    assert wide.is_named(f"192.168.1.5:{PORT}")
    assert not wide.is_named(f"evil.example:{PORT}")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "my-laptop"])
def test_other_addresses_need_a_password(host: str) -> None:
    with pytest.raises(SettingsError, match="no password"):
        door(host)
    assert door(host, "a long password").password


def test_a_short_password_is_no_password() -> None:
    with pytest.raises(SettingsError, match="at least 10"):
        door("0.0.0.0", "short")


def test_the_token_is_random_long_and_not_the_cookie() -> None:
    one, other = door(), door()
    assert one.token != other.token
    assert len(one.token) >= 40
    assert one.token != one.key
    assert one.takes_token(one.token)
    assert not one.takes_token(other.token)
    assert not one.takes_token("")
    assert one.knows({one.cookie: one.key})
    assert not one.knows({one.cookie: one.token})
    assert not one.knows({})


def test_where_a_password_is_needed_the_link_opens_nothing() -> None:
    wide = door("0.0.0.0", "a long password")
    assert "token" not in wide.link
    assert not wide.takes_token(wide.token)
    assert wide.takes_password("a long password")
    assert not wide.takes_password("a long Password")
    assert not door().takes_password("")


def test_secrets_do_not_stand_in_what_is_printed_of_it() -> None:
    one = door()
    assert one.token not in repr(one)
    assert one.key not in repr(one)


OWN = {"host": HERE, "origin": f"http://{HERE}", "sec-fetch-site": "same-origin"}


@pytest.mark.parametrize(
    ("method", "headers", "let_in"),
    [
        ("POST", OWN, True),
        ("POST", {"host": HERE}, False),
        ("POST", {**OWN, "origin": "http://evil.example"}, False),
        ("POST", {**OWN, "origin": "null"}, False),
        ("POST", {**OWN, "origin": f"https://{HERE}"}, False),
        ("POST", {**OWN, "sec-fetch-site": "cross-site"}, False),
        ("POST", {**OWN, "sec-fetch-site": "same-site"}, False),
        ("DELETE", {"host": HERE}, False),
        ("GET", {"host": HERE}, True),
        ("GET", {**OWN, "origin": "http://evil.example"}, False),
        ("GET", {"host": HERE, "sec-fetch-site": "cross-site"}, False),
        (
            "GET",
            {
                "host": HERE,
                "sec-fetch-site": "cross-site",
                "sec-fetch-mode": "navigate",
            },
            True,
        ),
        ("GET", {"host": HERE, "sec-fetch-site": "none"}, True),
    ],
)
def test_what_changes_something_comes_from_our_own_page(
    method: str, headers: dict[str, str], let_in: bool
) -> None:
    """Cross-site posts: another page may not even load from here, a person may."""
    assert trusted(method, headers) is let_in


def test_guessing_has_to_wait_after_five_tries() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    for _ in range(TRIES):
        assert not tries.exhausted()
        tries.failed()
    assert tries.exhausted()
    now[0] = WAIT_S + 1
    assert not tries.exhausted()
