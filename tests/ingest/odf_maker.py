"""Small OpenDocument files made of raw XML, for tests."""

from __future__ import annotations

from collections.abc import Mapping

from tests.ingest.docx_maker import pack_zip

_NAMES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "style", "text", "table", "form")
}
_NAMES |= {"draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"}
_NAMES |= {"fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"}
_NAMES |= {"svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"}
_NAMES |= {"dc": "http://purl.org/dc/elements/1.1/", "xlink": "http://www.w3.org/1999/xlink"}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMES.items())


def odf(kind: str, body: str, styles: str = "", parts: Mapping[str, str] | None = None, shared: str = "") -> bytes:
    """An OpenDocument file of kind "text" or "spreadsheet"; `styles` are its automatic ones, `shared` its styles.xml."""
    content = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {_DECLARED}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
    }
    if shared:
        content["styles.xml"] = f"<office:document-styles {_DECLARED}>{shared}</office:document-styles>"
    return pack_zip({**content, **(parts or {})})


def levels(*patterns: tuple[str, str]) -> str:
    """A list style "L" with a level for each (num-format, further attributes)."""
    inner = "".join(
        f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" {more}/>'
        for at, (form, more) in enumerate(patterns, 1)
    )
    return f'<text:list-style style:name="L">{inner}</text:list-style>'
