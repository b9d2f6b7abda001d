"""Makes the three sample packs from their sources.

    python sample_tenders/make/make_all.py [FOLDER]

FOLDER is where the packs go; without it they go beside this one. The same sources give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pdf_file
import word_file
import yaml
from expectations import gathered
from marked_text import Label, read
from pdf_file import Look

HERE = Path(__file__).resolve().parent


def make_pack(source: Path, folder: Path) -> None:
    """Write the files of one pack and its `expected.yaml` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    about = yaml.safe_load((source / "about.yaml").read_text(encoding="utf-8"))
    labels: dict[str, list[Label]] = {}
    for file in about["files"]:
        blocks, labels[file["name"]] = read(source / file["source"])
        write = pdf_file.write if file["name"].endswith(".pdf") else word_file.write
        write(folder / file["name"], blocks, Look(title=file["title"], **about["look"]))
    expected = gathered(folder, labels, about)
    text = yaml.safe_dump(expected, sort_keys=False, allow_unicode=True, width=110)
    (folder / "expected.yaml").write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent
    for source in sorted((HERE / "text").iterdir()):
        make_pack(source, target / source.name)


if __name__ == "__main__":
    main()
