"""View -> one call of atlas.show: all that the server tells a map that is already there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import folium
from branca.element import MacroElement
from folium.template import Template

from geo.map.script import javascript

if TYPE_CHECKING:
    from geo.view import View


class _Show(MacroElement):
    _template = Template(
        """
        {% macro script(this, kwargs) %}
            atlas.show({{ this.view }});
        {% endmacro %}
        """
    )

    def __init__(self, view: View) -> None:
        super().__init__()
        self._name = "Show"
        self.view = view_script(view)


def view_layer(view: View) -> folium.FeatureGroup:
    """The layer for st_folium's `feature_group_to_add`: it holds no shapes, only atlas.show(view)."""
    layer = folium.FeatureGroup(name="view", control=False)
    layer.add_child(_Show(view))
    return layer


def view_script(view: View) -> str:
    """The view as the JavaScript object that atlas.show takes."""
    return javascript(
        {
            "day": view.day.isoformat(),
            "region": view.region,
            "event": view.event,
            "compare": view.compare.isoformat() if view.compare else None,
            "lang": view.lang,
            "beside": view.beside,
            "window": str(view.window),
        }
    )
