// The script stands beside the page; what Streamlit runs from a blob has no place of its own.
await import(new URL("./ADDRESS", document.baseURI).href);

export default (component) => globalThis.karabakhAtlas.mountStreamlit("NAME", component);
