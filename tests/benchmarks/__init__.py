"""Measuring commands with a plain baseline beside: page (browser), atlas (rules), articles (text)."""
