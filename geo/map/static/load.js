/* What must have arrived before the first picture: the facts, and both style sheets. */

export async function readBundle(facts) {
  const answer = await facts;
  if (!answer.ok) throw new Error(`The map's facts did not load: ${answer.url} gave ${answer.status}.`);
  return answer.json();
}

/* streamlit-folium adds the style sheets after the scripts and does not wait for them. */
export async function settled(map) {
  const styled = () =>
    getComputedStyle(map.getPanes().mapPane).position === "absolute" &&
    getComputedStyle(document.documentElement).getPropertyValue("--atlas-styled") !== "";
  while (!styled()) await frame();
  map.invalidateSize({ animate: false, pan: false });
}

export async function picture(image) {
  try {
    await image.decode();
  } catch {
    // without the relief the map is plainer, not wrong
  }
}

function frame() {
  return new Promise((go) => setTimeout(go, 10));
}
