"""Texts that Markdown, as Streamlit reads it, would turn into something else."""

TEXTS = (
    "[Log in](https://evil.example)",
    "![](https://evil.example/t.png)",
    "https://evil.example/x",
    "HTTPS://evil.example",
    "www.evil.example/x",
    "someone@evil.example",
    "mailto:someone@evil.example",
    "<https://evil.example>",
    "<img src=https://evil.example/t.png>",
    "[a]: https://evil.example",
    ":red[Log in] :material/home: :streamlit: :smile:",
    "$x^2$ **b** __c__ ~~d~~ `e` [^1]",
    "# 1. > - a",
    "a -> b <- c <-> d -- e => f >= g <= h ~= i",
    "&lt;b&gt; &#x5b;",
)
