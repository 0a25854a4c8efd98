// The module stands beside the page; a script that Streamlit runs from a blob has no place of its own.
const { default: served } = await import(new URL("./ADDRESS", document.baseURI).href);

export default served;
