/* The chosen language, and the second one beside it: terms from the data, dates in their own precision
   (as geo/when.py writes them). */

const MONTH = 4;
const YEAR = 5;
const AROUND = [2, 3];

/** Words for `lang`; names on the map stand in `beside` too, the two in the order of their codes. */
export function wordsFor({ terms, months }, lang, beside) {
  const name = (names) => names[lang] || names.en;
  const both = beside && beside !== lang ? [lang, beside].sort() : [lang];
  const names = (all) => [...new Set(both.map((code) => all[code] || all.en))];
  const term = (vocabulary, id) => name(terms[vocabulary][id].name);
  const label = (id) => term("label", id);
  const date = (first, { last = first, prec = 1 } = {}) => {
    const text = span(months[lang], first, last, prec);
    return AROUND.includes(prec) ? `${label("about")} ${text}` : text;
  };
  const when = ({ start, end, prec }) => date(start, { last: end, prec });
  return { lang, name, names, term, label, date, when };
}

function span(months, first, last, prec) {
  const start = parts(months, first, prec);
  const end = parts(months, last, prec);
  if (start.join(" ") === end.join(" ")) return end.join(" ");
  if (start.at(-1) !== end.at(-1)) return `${start.join(" ")} – ${end.join(" ")}`;
  if (prec < MONTH && start[1] === end[1]) return `${start[0]}–${end.join(" ")}`;
  return `${start.slice(0, -1).join(" ")} – ${end.join(" ")}`;
}

/* What the precision lets us say: day, month, year. */
function parts(months, iso, prec) {
  const [year, month, day] = iso.split("-").map(Number);
  if (prec >= YEAR) return [year];
  if (prec === MONTH) return [months.alone[month - 1], year];
  return [day, months.after_day[month - 1], year];
}
