"""The browser's package: ES modules and sheets (core, timeline, map, search, panel), and what they get.

facts.py, texts.py, shapes.py: atlas -> the three JSON files of the browser · bundle.py: modules,
sheets and Leaflet -> one script · serve.py: all of them as files in one folder · page.py: one plain page.
"""
