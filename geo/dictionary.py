"""The data dictionary of data/README.md, from the descriptor: `python -m geo.dictionary [FOLDER]`.

A test holds the README to it, so the dictionary cannot fall behind the tables.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from geo.problems import DataError
from geo.tables import Descriptor, key_of, read_descriptor, table_resources

BEGIN = "<!-- dictionary: python -m geo.dictionary -->"
END = "<!-- end of dictionary -->"


def dictionary(descriptor: Descriptor) -> str:
    """A Markdown section for each table: its columns with type, allowed values and meaning."""
    return "\n".join(_section(resource) for resource in table_resources(descriptor))


def with_dictionary(text: str, descriptor: Descriptor) -> str:
    """The text with the dictionary between its two markers."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{dictionary(descriptor)}\n{END}{after}"


def _section(resource: Descriptor) -> str:
    key = " + ".join(key_of(resource))
    head = f"### {resource['path']}\n\n{resource['description']} Key: {key}.\n\n"
    rows = "\n".join(_row(field) for field in resource["schema"]["fields"])
    return f"{head}| column | type | allowed | meaning |\n|---|---|---|---|\n{rows}\n"


def _row(field: dict[str, Any]) -> str:
    rules = field.get("constraints", {})
    kind = "list" if "list" in field else field["type"]
    listed = f"terms of {field['vocabulary']}" if "vocabulary" in field else None
    allowed = [listed or ", ".join(map(str, rules["enum"]))] if "enum" in rules else []
    if "minimum" in rules:
        allowed.append(f"{rules['minimum']} to {rules.get('maximum', '…')}")
    if "pattern" in rules:
        allowed.append(f"`{rules['pattern']}`".replace("|", "\\|"))
    if field.get("list"):
        allowed.append(f"ids of {field['list']}")
    if not rules.get("required"):
        allowed.append("or empty")
    return f"| {field['name']} | {kind} | {'; '.join(allowed)} | {field['description']} |"


def main(folder: str = "data") -> int:
    """Writes the dictionary into the folder's README.md; returns 0, or 1 with a sentence on what is wrong."""
    path = Path(folder) / "README.md"
    try:
        text = with_dictionary(path.read_text(encoding="utf-8"), read_descriptor(Path(folder)))
    except DataError as error:
        print(error)
        return 1
    except OSError as error:
        print(f"{path}: {error.strerror}; name a data folder that has a README.md")
        return 1
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
