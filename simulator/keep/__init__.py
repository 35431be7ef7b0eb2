"""Sessions on disk: a folder each, open, readable, written whole or not at all."""

from .first_run import first_run_note, is_first_run
from .folder_store import FolderStore
from .naming import new_id, stem_for
from .private_store import PrivateStore
from .stories import drop_stories, keep_story, stories

__all__ = [
    "FolderStore",
    "PrivateStore",
    "drop_stories",
    "first_run_note",
    "is_first_run",
    "keep_story",
    "new_id",
    "stem_for",
    "stories",
]
