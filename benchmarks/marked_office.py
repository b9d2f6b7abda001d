"""Opens Word files in LibreOffice and writes down what it sees; run by the Python that has LibreOffice's `uno` module.

    /usr/bin/python3 benchmarks/marked_office.py FILE …

Beside each file: NAME.json with the words and the text of every comment, and the text with all changes rejected and
with all changes accepted. A file that LibreOffice cannot open, or not within two minutes, gets none.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

_SECONDS = 120  # for a file
_PIPE = "tendercheck-marked"


class Office:
    """One LibreOffice without a window."""

    def __init__(self, profile: str) -> None:
        arguments = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore"]
        arguments.append(f"--accept=pipe,name={_PIPE};urp;")
        self._process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL, start_new_session=True)  # noqa: S603
        self.context = self._connect()
        manager = self.context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        self.helper = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)

    def _connect(self) -> Any:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(120):
            try:
                return resolver.resolve(f"uno:pipe,name={_PIPE};urp;StarOffice.ComponentContext")
            except Exception:
                time.sleep(0.5)
        raise SystemExit("LibreOffice did not start")

    def end(self) -> None:
        """Ends the process."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)  # the program behind the starter goes with it
        self._process.wait()


def look(office: Office, file: Path) -> dict[str, Any]:
    """Comments of a file, and its text after all changes were rejected, and after all were accepted."""
    seen: dict[str, Any] = {}
    for name, command in (("rejected", ".uno:RejectAllTrackedChanges"), ("accepted", ".uno:AcceptAllTrackedChanges")):
        document = office.desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (_set("Hidden", True),))
        try:
            if not seen:
                seen["comments"] = list(_comments(document))
            office.helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            seen[name] = _text(document, file)
        finally:
            document.close(True)
    return seen


def _comments(document: Any) -> Any:
    fields = document.TextFields.createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            yield {"author": field.Author, "text": field.Content, "words": field.Anchor.String}


def _text(document: Any, file: Path) -> str:
    out = file.with_suffix(".txt")
    how = (_set("FilterName", "Text (encoded)"), _set("FilterOptions", "UTF8,LF"))
    document.storeToURL(out.as_uri(), how)
    text = out.read_text(encoding="utf-8-sig")
    out.unlink()
    return text


def _set(name: str, value: object) -> Any:
    setting = PropertyValue()
    setting.Name, setting.Value = name, value
    return setting


def main() -> None:
    """Looks at every file named; a new LibreOffice is started after one that hung or ended."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        office = Office(profile)
        for file in (Path(name).resolve() for name in sys.argv[1:]):
            watch = threading.Timer(_SECONDS, office.end)
            watch.start()
            try:
                seen = look(office, file)
                file.with_name(file.name + ".json").write_text(json.dumps(seen), encoding="utf-8")
            except Exception as error:
                print(f"{file}: {type(error).__name__}", file=sys.stderr)
                office.end()
                office = Office(profile)
            finally:
                watch.cancel()
        office.end()


if __name__ == "__main__":
    main()
