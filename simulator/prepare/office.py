"""PDF and Word documents as text, by pypdf and python-docx.

Both are archives from strangers: what they unpack to is bounded before it is unpacked.
"""

import io
import logging
import warnings
import zipfile

from simulator.errors import DocumentError

MOST_PAGES = 20
MOST_UNPACKED_BYTES = 30_000_000
"""A CV's XML has some hundred kilobytes; a document that unpacks to more is a bomb."""
_INSTEAD = "Save it again as PDF or .docx, or paste its text."


def pdf_text(data: bytes, name: str, what: str) -> str:
    """The text of the first pages.

    Raises:
        DocumentError: locked, damaged, or a picture of a page (a scan).
    """
    import pypdf  # heavy

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every repair
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            document = pypdf.PdfReader(io.BytesIO(data))
            if document.is_encrypted and not document.decrypt(""):
                raise DocumentError(
                    f"The {what} {name} is locked with a password", _INSTEAD
                )
            pages = [page.extract_text() or "" for page in document.pages[:MOST_PAGES]]
    except DocumentError:
        raise
    except Exception as error:  # pypdf raises whatever a damaged file provokes
        raise _damaged(name, what) from error
    if not any(page.strip() for page in pages):
        raise DocumentError(
            f"The {what} {name} holds no text: it is a picture of a page (a scan)",
            "Give a PDF whose words can be selected, or paste the text.",
        )
    return "\n\n".join(pages)


def docx_text(data: bytes, name: str, what: str) -> str:
    """Paragraphs and tables in their order; list items with a dash.

    Raises:
        DocumentError: damaged, another kind of archive, or far too large.
    """
    import docx  # heavy
    from docx.table import Table, _Cell

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(item.file_size for item in archive.infolist())
            known = "word/document.xml" in archive.namelist()
        if known and size <= MOST_UNPACKED_BYTES:
            lines: list[str] = []
            for block in docx.Document(io.BytesIO(data)).iter_inner_content():
                if isinstance(block, Table):
                    # Not row.cells: it gives a cell as often as columns are merged in
                    # it, and a file may claim any number of them.
                    rows = [row.tc_lst for row in block._tbl.tr_lst]
                    lines += [" ".join(_Cell(c, block).text for c in r) for r in rows]
                else:
                    style = block.style.name if block.style else ""
                    lines.append(_line(block.text, style or ""))
            return "\n".join(lines)
    except Exception as error:  # damaged archives and XML raise classes of their own
        raise _damaged(name, what) from error
    if not known:
        raise DocumentError(f"The {what} {name} is no Word document", _INSTEAD)
    raise DocumentError(
        f"The {what} {name} unpacks to {size / 1e6:.0f} MB, more than any document",
        _INSTEAD,
    )


def _line(text: str, style: str) -> str:
    """A paragraph as plain text: an item with a dash, a heading with a colon."""
    if "List" in style:
        return f"- {text}"
    return f"{text}:" if "Heading" in style and text[-1:].isalnum() else text


def _damaged(name: str, what: str) -> DocumentError:
    return DocumentError(f"The {what} {name} is damaged and cannot be read", _INSTEAD)
