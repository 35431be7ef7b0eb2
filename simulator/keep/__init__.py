"""Sessions on disk: a folder each, open, readable, written whole or not at all."""

from .first_run import first_run_note, is_first_run
from .folder_store import FolderStore
from .naming import new_id, stem_for
from .private_store import PrivateStore

__all__ = [
    "FolderStore",
    "PrivateStore",
    "first_run_note",
    "is_first_run",
    "new_id",
    "stem_for",
]
