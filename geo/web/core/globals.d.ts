/* What the bundle and the frame around it define for every module. */

/** Leaflet 1.9, which bundle.py puts in front of the modules. */
declare const L: any;

/** The style sheets by name, which bundle.py puts in front of the modules. */
declare var ATLAS_SHEETS: Record<string, string> | undefined;

declare var karabakhAtlas: any;

interface Window {
  atlas: any;
  karabakhAtlas: any;
  navigation: any;
  Streamlit: any;
}
