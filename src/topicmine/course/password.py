"""The trainer's password: made afresh for each workshop, kept only as a salted hash."""

from __future__ import annotations

import hashlib
import hmac
import secrets

HASH = "TOPICMINE_TRAINER"
_ROUNDS = 200_000
# no letters or digits that look alike on a projector
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def make_password() -> str:
    """Eight letters and digits from the system's source of chance."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def hash_password(password: str, salt: str = "") -> str:
    """What is kept of a password: salt and hash. Rule: PBKDF2 with SHA-256."""
    salt = salt or secrets.token_hex(8)
    return f"{salt}:{hashlib.pbkdf2_hmac('sha256', password.encode(), salt.encode(), _ROUNDS).hex()}"


def is_right(password: str, kept: str) -> bool:
    """True when `password` is the one whose hash was kept; nothing is right where nothing was kept.

    >>> is_right("abc", hash_password("abc")), is_right("abd", hash_password("abc")), is_right("", "")
    (True, False, False)
    """
    salt, _, _ = kept.partition(":")
    return bool(salt) and hmac.compare_digest(hash_password(password.strip(), salt), kept)
