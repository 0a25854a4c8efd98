"""Addresses of the web: which are one page, and the day that one carries."""

from __future__ import annotations

import pytest

from geo.articles.article import read_article
from geo.articles.model import Raw
from geo.articles.urls import own_address, published_in_url, same_page, web_address

STORY = "https://news.example/2020/11/25/story"


@pytest.mark.parametrize(
    "url",
    [
        STORY,
        "http://www.news.example/2020/11/25/story/",
        f"{STORY}?utm_source=x&ref=home&igshid=y&fbclid=z#top",
        f"{STORY}?amp=1",
        f"{STORY}/amp/",
        "https://amp.news.example/2020/11/25/story",
        "https://m.news.example/2020/11/25/story",
        f"https://web.archive.org/web/20240305101112/{STORY}",
        f"https://web.archive.org/web/20240305101112id_/{STORY}?ref=tw",
        f"https://archive.ph/20240305101112/{STORY}",
    ],
)
def test_all_addresses_of_a_page_are_one(url: str) -> None:
    assert same_page(url) == same_page(STORY)
    assert str(published_in_url(url)) == "2020-11-25"


@pytest.mark.parametrize(
    "url", [f"{STORY}?id=2", f"{STORY}-2", "https://other.example/2020/11/25/story", f"{STORY}?reference=7"]
)
def test_other_pages_have_other_addresses(url: str) -> None:
    assert same_page(url) != same_page(STORY)


@pytest.mark.parametrize("url", ["", None, "ftp://a/b", "http://[", "http://a:b/", "/path", "https://"])
def test_what_is_no_address_names_no_page(url: str | None) -> None:
    assert same_page(url) is None
    assert published_in_url(url) is None
    assert web_address(url) == ""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        (" HTTP://Example.org ", "http://Example.org"),
        ("javascript:alert(1)//https://example.org", ""),
        ("data:text/html,x", ""),
        ("https://example.org/ x", ""),
        ("https://example.org:x/", ""),
        ("//example.org", ""),
    ],
)
def test_only_an_address_of_the_web_may_become_a_link(text: str, address: str) -> None:
    assert web_address(text) == address


def test_the_digits_of_an_archive_are_the_day_of_the_crawl() -> None:
    archived = "https://web.archive.org/web/20240305/https://www.aa.com.tr/en/story"
    assert own_address(archived) == "https://www.aa.com.tr/en/story"
    assert published_in_url(archived) is None
    article = read_article(Raw("a", "Troops entered the district of Lachin at dawn.", url=archived))
    assert (article.publisher, article.published) == ("Anadolu Agency", None)


def test_a_url_gives_publisher_and_day() -> None:
    raw = Raw(
        "x",
        "Troops entered the district of Lachin at dawn.",
        url="https://www.aa.com.tr/en/2020/11/25/a-story",
    )
    article = read_article(raw)
    assert (article.publisher, str(article.published)) == ("Anadolu Agency", "2020-11-25")
