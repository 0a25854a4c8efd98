/** Leaflet, which bundle.py puts before the modules. */
declare const L: any;
interface Window {
  atlas: any;
  Streamlit: any;
  karabakhAtlas: any;
}
