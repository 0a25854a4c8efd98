"""What the page's head names: scripts of Streamlit that are there, and what the page adds."""

from __future__ import annotations

from pathlib import Path

import streamlit

from geo.page.server.preloads import ELEMENTS, Preload, links, modules_of

_STATIC = Path(streamlit.__file__).parent / "static"


def test_the_modules_are_files_that_the_first_page_does_not_name() -> None:
    index = (_STATIC / "index.html").read_text(encoding="utf-8")
    modules = modules_of(ELEMENTS)
    assert len(set(modules)) == len(modules) > len(ELEMENTS)
    for name in modules:
        assert (_STATIC / name).is_file(), name
        assert name not in index, f"{name} is asked already"
    for element in ELEMENTS:
        assert any(name.startswith(f"static/js/{element}.") for name in modules), element


def test_an_element_that_this_streamlit_does_not_know_has_none() -> None:
    assert modules_of(("NoSuchElement",)) == ()


def test_an_address_cannot_leave_its_attribute() -> None:
    made = links(
        [Preload('a"><script>.js', "script"), Preload("facts.json.gz", "fetch"), Preload("a.jpg", "frame")]
    )
    assert "<script>" not in made
    assert '<link rel="preload" href="./facts.json.gz" as="fetch" crossorigin>' in made
    assert '<link rel="prefetch" href="./a.jpg">' in made
