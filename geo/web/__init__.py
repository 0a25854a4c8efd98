"""The browser's package: ES modules and sheets (core, timeline, map, search, panel), and what they get.

facts.py (with wording.py: the words of a language), texts.py, shapes.py: atlas -> the three JSON files of
the browser · bundle.py: modules, sheets and Leaflet -> one script · served.py: all of them as files in one
folder · plain_page.py: one plain HTML page.
"""
