"""Which part of Streamlit's server a request is for."""

from __future__ import annotations

from starlette.types import Scope

_NOT_PAGES = ("static", "component", "media", "_stcore", "app", "oauth2callback", "auth")


def route(scope: Scope, base: str) -> str:
    """The request's path below the root and the base path of the server, without slashes at its ends."""
    path = str(scope["path"]).removeprefix(str(scope.get("root_path", ""))).strip("/")
    return path.removeprefix(base).strip("/") if path == base or path.startswith(f"{base}/") else path


def is_page(scope: Scope, base: str) -> bool:
    """True for a request of one of the atlas's pages, which are all one HTML file to Streamlit."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    first, _, _ = route(scope, base).partition("/")
    return first not in _NOT_PAGES and "." not in first
