"""Brings the catalogues up to the page's texts: `python -m geo.language [LANGUAGE...]`.

New texts come in empty, gone ones leave; what is still to translate is listed, and then 1 is returned.
"""

from __future__ import annotations

import argparse
import sys

from geo.language.texts import missing, read, texts, translated, write


def main(arguments: list[str] | None = None) -> int:
    """Writes the catalogue of each language and prints its texts without a translation.

    Returns 1 if any text is to translate or a language is not one with a catalogue, else 0.
    """
    parser = argparse.ArgumentParser(prog="python -m geo.language", description=__doc__)
    parser.add_argument("languages", nargs="*", help=f"default: {' '.join(translated())}")
    languages = parser.parse_args(arguments).languages or translated()
    if unknown := [lang for lang in languages if lang not in translated()]:
        known = ", ".join(translated())
        print(f"{', '.join(unknown)}: expected one of {known}; a new one goes into geo/languages.py first")
        return 1
    return int(sum(map(_brought_up, languages)) > 0)


def _brought_up(lang: str) -> int:
    catalog = read(lang)
    catalog.update(texts(), no_fuzzy_matching=True)
    write(lang, catalog)
    still = missing(catalog)
    print(f"{lang}.po: {len(catalog)} texts, {len(still)} to translate")
    for message in still:
        print(f"  {message.id!r}")
    return len(still)


if __name__ == "__main__":
    sys.exit(main())
