"""Removing a session so that nothing that holds a spoken word is left.

The folder is first renamed out of sight, so that a run killed half-way leaves no half
session in the lists; the next removal sweeps what such a run left. Links are removed,
never followed: a session folder from elsewhere must not cost anyone their own files.
"""

import contextlib
import secrets
import shutil
from pathlib import Path

from .. import resources
from ..atomic import translated
from . import index

REMOVING = ".removing-"


def remove(folder: Path) -> None:
    """Remove a session's folder, caches and index rows.

    Raises SessionError if the disk refuses.
    """
    with translated(folder):
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            hidden = folder.with_name(f"{REMOVING}{secrets.token_hex(4)}")
            folder.rename(hidden)
            shutil.rmtree(hidden)
        _remove_tree(cache_of(folder.name))
        index.forget(folder)


def sweep(root: Path) -> None:
    """Finish removals that were interrupted."""
    if root.is_dir():
        for hidden in root.glob(f"{REMOVING}*"):
            with translated(hidden):
                _remove_tree(hidden)


def remove_caches_without_session(root: Path) -> None:
    """Remove caches whose session is gone (deleted by hand, or with another home)."""
    caches = resources.cache_folder() / "sessions"
    if caches.is_dir() and not caches.is_symlink():
        for cache in caches.iterdir():
            if not (root / cache.name).exists():
                with translated(cache):
                    _remove_tree(cache)


def cache_of(id: str) -> Path:
    """What can be made again from one session: peaks, pages, pieces."""
    return resources.cache_folder() / "sessions" / id


def _remove_tree(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
        return
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(path)
