"""What is heard and drawn: recordings by byte ranges, peaks, captions."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from ..keep.captions import words_vtt
from ..keep.removal import cache_of
from ..studio.peaks import peaks
from .desk import Desk, turn_of
from .respond import sound_type


class Sounds:
    """Pages `/s/ID/STEM/sound`, `/peaks` and `/words.vtt`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sound(self, request: Request) -> Response:
        """The recording; a browser seeks in it by asking for byte ranges."""
        path = self._path(request)
        return FileResponse(path, media_type=sound_type(path.name))

    def peaks(self, request: Request) -> Response:
        """The waveform: int8 pairs (low, high), and how many there are a second."""
        path = self._path(request)
        found = peaks(path, cache_of(path.parent.name))
        return Response(
            found.body(),
            media_type="application/octet-stream",
            headers={
                "x-peaks-per-s": str(found.per_s),
                "x-duration-s": f"{found.duration_s:.3f}",
            },
        )

    def words(self, request: Request) -> Response:
        """What was said, as captions."""
        opened = self._desk.opened(request.path_params["id"])
        turn = turn_of(opened, request.path_params["stem"])
        return Response(words_vtt(turn), media_type="text/vtt")

    def _path(self, request: Request) -> Path:
        id, stem = request.path_params["id"], request.path_params["stem"]
        return self._desk.sound(id, stem)
