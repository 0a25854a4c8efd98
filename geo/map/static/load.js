/* What must have arrived before the first picture: the styles, which the script brings, and the facts. */

for (const sheet of SHEETS) {
  document.head.append(Object.assign(document.createElement("style"), { textContent: sheet }));
}

export async function readBundle(facts) {
  const answer = await facts;
  if (!answer.ok) throw new Error(`The map's facts did not load: ${answer.url} gave ${answer.status}.`);
  return answer.json();
}

export async function picture(image) {
  try {
    await image.decode();
  } catch {
    // without the relief the map is plainer, not wrong
  }
}
