/**
 * The page's words in one language: messages of the catalogue, names, numbers, dates.
 *
 * A message is written in English where it is said, `say("Held on {day} by", { day })`, and looked up
 * in the facts' messages (the gettext catalogue of geo/page/language); Python finds it here when the
 * catalogues are brought up to date.
 */
import { isoOf } from "./days.js";
import { nameOrder } from "./sort.js";

const MONTH = 4;
const YEAR = 5;
const AROUND = [2, 3];

/** Words for the facts of one language. */
export function createWords(facts) {
  const { lang, messages, months, plural_forms: plurals, numbers } = facts;
  const say = (text, values) => fillIn(messages[text] ?? text, values);
  const figure = (number) => grouped(Math.round(number), numbers.group);
  const count = (one, many, number, values) => {
    const forms = messages[one];
    const text = Array.isArray(forms) ? forms[pluralIndex(plurals, number)] : number === 1 ? one : many;
    return fillIn(text, { number: figure(number), ...values });
  };
  const name = (names) => names?.[lang] || names?.en || "";
  const days = (first, { last = first, prec = 1 } = {}) => {
    const text = daySpan(months, isoText(first), isoText(last), prec);
    return AROUND.includes(prec) ? facts.around.replace("{}", text) : text;
  };
  return {
    lang,
    /** The text in the language with its {places} filled; English where it is not translated. */
    say,
    /** The text for a number of things, its {number} as the language writes it. */
    count,
    /** The number as the language writes it, without decimals. */
    figure,
    /** The number as the language writes it, with the decimals it has. */
    exact: (number) => {
      const [whole, decimals] = String(number).split(".");
      return decimals ? `${grouped(Number(whole), numbers.group)}${numbers.decimal}${decimals}` : figure(number);
    },
    /** A share of 1 in per cent. */
    percent: (share) => numbers.percent.replace("{}", figure(share * 100)),
    /** A change, with its sign. */
    signed: (number) => (Math.round(number) ? `${number > 0 ? "+" : "−"}${figure(Math.abs(number))}` : "0"),
    /** The name in the language from {en, az, hy, ru, ...}. */
    name,
    /** The name of a coded value of data/terms.csv; the code itself if it is unknown. */
    term: (vocabulary, id) => name(facts.terms[vocabulary]?.[id]?.name) || id,
    /** The name of a holder. */
    holder: (id) => name(facts.holders[id]?.name) || id,
    /** Days (ISO or numbers) in words, no finer than their precision (UCDP date_prec 1 to 5). */
    days,
    /** The event's title; of a reader's own record it says so in front. */
    title: ({ own, title }) => (own ? say("Your record: {title}", { title }) : title),
    /** The language of the event's title where it is not the page's, as an attribute takes it: titles are English. */
    titleLang: ({ own }) => (own || lang === "en" ? null : "en"),
    /** When the event was, in words. */
    when: ({ start, end, prec }) => days(start, { last: end, prec }),
    /** Since when a holder has held: the first day of the unbroken hold, no finer than it is known. */
    since: ({ start, prec }) => {
      if (start <= facts.first) return say("since before {day}, when the records begin", { day: days(facts.first) });
      return say("since {day}", { day: days(start, { prec }) });
    },
    /** An order of names in the language's own alphabet, for `sort`. */
    compare: nameOrder(facts.alphabet),
  };
}

/** The pattern with its {places} filled from the values; a place without a value stays. */
export function fillIn(pattern, values = {}) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Which plural form gettext takes for the number; `digits` has one digit for each of 0 to 199. */
export function pluralIndex(digits, number) {
  const whole = Math.abs(Math.trunc(number));
  return Number(digits[whole < 200 ? whole : 100 + (whole % 100)]);
}

function grouped(number, separator) {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, separator);
  return number < 0 ? `-${digits}` : digits;
}

function isoText(day) {
  return typeof day === "number" ? isoOf(day) : day;
}

function daySpan(months, first, last, prec) {
  const start = dateParts(months, first, prec);
  const end = last === first ? start : dateParts(months, last, prec);
  if (start.join(" ") === end.join(" ")) return end.join(" ");
  if (start.at(-1) !== end.at(-1)) return `${start.join(" ")} – ${end.join(" ")}`;
  if (prec < MONTH && start[1] === end[1]) return `${start[0]}–${end.join(" ")}`;
  return `${start.slice(0, -1).join(" ")} – ${end.join(" ")}`;
}

/* What the precision lets us say: day, month, year. */
function dateParts(months, iso, prec) {
  const [year, month, date] = iso.split("-").map(Number);
  if (prec >= YEAR) return [year];
  if (prec === MONTH) return [months.alone[month - 1], year];
  return [date, months.after_day[month - 1], year];
}

