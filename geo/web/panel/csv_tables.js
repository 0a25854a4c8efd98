/** The tables that a reader can save, in the columns of data/ and of Python's Atlas. */
import { csvText } from "./download.js";

/** Every change of control between two days, as `Atlas.between` has them, with names and areas. */
export function changesCsv({ texts, facts }, changes) {
  return csvText(
    [
      ["unit_id", ({ unit }) => unit.id],
      ["unit", ({ unit }) => unit.name.en],
      ["region_id", ({ unit }) => unit.region],
      ["km2", ({ unit }) => unit.km2],
      ["day", ({ period }) => period.start],
      ["from_holder", ({ before }) => before.holder],
      ["from_status", ({ before }) => before.status],
      ["to_holder", ({ period }) => period.holder],
      ["to_status", ({ period }) => period.status],
      ["start_prec", ({ period }) => period.prec],
      ["start_earliest", ({ period }) => period.earliest],
      ["start_latest", ({ period }) => period.latest],
      ["certainty", ({ period }) => period.certainty],
      ["note", ({ unit, period }) => texts?.notes[unit.id]?.[period.index]],
      ["source_ids", ({ period }) => period.sources],
      ["source_urls", ({ period }) => addresses(texts, period.sources)],
      ["event_ids", ({ period }) => period.events],
      ["licence", () => facts.licence],
    ],
    changes,
  );
}

/** The units of a day with their holders. */
export function unitsCsv({ texts, facts }, units) {
  return csvText(
    [
      ["unit_id", ({ unit }) => unit.id],
      ["region_id", ({ unit }) => unit.region],
      ...facts.languages.map(({ code }) => [`name_${code}`, ({ unit }) => unit.name[code]]),
      ["km2", ({ unit }) => unit.km2],
      ["holder", ({ period }) => period.holder],
      ["status", ({ period }) => period.status],
      ["since", ({ period }) => period.start],
      ["until", ({ period }) => period.end],
      ["holder_since", ({ run }) => run.start],
      ["certainty", ({ period }) => period.certainty],
      ["source_ids", ({ period }) => period.sources],
      ["source_urls", ({ period }) => addresses(texts, period.sources)],
      ["licence", () => facts.licence],
    ],
    units,
  );
}

/** The events, with their texts and the addresses of their sources. */
export function eventsCsv({ texts, facts }, events) {
  const text = (name) => (event) => texts?.events[event.id]?.[name];
  return csvText(
    [
      ["event_id", ({ id }) => id],
      ["date_start", ({ start }) => start],
      ["date_end", ({ end }) => end],
      ["date_prec", ({ prec }) => prec],
      ["event_type", ({ type }) => type],
      ["title", ({ title }) => title],
      ["summary", text("summary")],
      ["where_description", text("where")],
      ["latitude", ({ lat }) => lat],
      ["longitude", ({ lon }) => lon],
      ["where_prec", ({ where_prec: prec }) => prec],
      ["region_ids", ({ regions }) => regions],
      ["deaths_low", ({ deaths }) => deaths[0]],
      ["deaths_best", ({ deaths }) => deaths[1]],
      ["deaths_high", ({ deaths }) => deaths[2]],
      ["disputed_note", text("disputed")],
      ["importance", ({ importance }) => importance],
      ["confidence", ({ confidence }) => confidence],
      ["source_ids", ({ sources }) => sources],
      ["source_urls", ({ sources }) => addresses(texts, sources)],
      ["tags", ({ tags }) => tags],
      ["licence", () => facts.licence],
    ],
    events,
  );
}

function addresses(texts, ids) {
  return ids.map((id) => texts?.sources[id]?.url).filter(Boolean);
}
