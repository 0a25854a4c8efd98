/* The shapes that instruments share, for `tsc --checkJs`; README.md tells what they mean. */

export interface View {
  date: string;
  region: string | null;
  lang: string;
  window: string;
  event: string | null;
  compare: string | null;
  second_language: string | null;
  [key: string]: string | null;
}

export type How = "step" | "drag" | "play" | "settle" | "back" | "facts" | "texts";

export interface Change {
  view: View;
  before: View;
  how: How;
}

export interface Place {
  lat: number;
  lon: number;
  zoom: number;
}

export type Names = Record<string, string>;

/* What lies at the pointer on the map. */
export interface Ground {
  kind: "unit" | "place" | "region";
  id: string;
  unit?: string | null;
  regions: string[];
}

export type Target =
  | Ground
  | { kind: "line"; id: string; under: Ground | null }
  | { kind: "events"; id: string; events: AtlasEvent[]; place: Ground | null };

export interface Period {
  start: string;
  startDay: number;
  endDay: number;
  index: number;
  runStart: number;
  holder: string;
  status: string;
  [field: string]: any;
}

export interface Unit {
  id: string;
  region: string;
  km2: number;
  starts: number[];
  periods: Period[];
  [field: string]: any;
}

export interface Region {
  id: string;
  kind: string;
  name: Names;
  units: string[];
  point: [number, number];
  at: [number, number];
  zoom: number;
}

export interface AtlasEvent {
  id: string;
  start: string;
  end: string;
  startDay: number;
  endDay: number;
  prec: number;
  type: string;
  importance: number;
  title: string;
  lat: number | null;
  lon: number | null;
  where_prec: number | null;
  on_map: boolean;
  regions: string[];
  [field: string]: any;
}

export interface Facts {
  lang: string;
  first: string;
  last: string;
  firstDay: number;
  lastDay: number;
  holders: Record<string, { name: Names; colour: string; colour_dark: string; texture: string }>;
  regions: Region[];
  regionById: Map<string, Region>;
  units: Unit[];
  unitById: Map<string, Unit>;
  events: AtlasEvent[];
  eventById: Map<string, AtlasEvent>;
  month_names: string[][];
  [part: string]: any;
}

export interface Words {
  lang: string;
  say(text: string, values?: Record<string, string | number>): string;
  count(one: string, many: string, number: number, values?: Record<string, string | number>): string;
  figure(number: number): string;
  exact(number: number): string;
  percent(share: number): string;
  signed(number: number): string;
  name(names: Names | null | undefined): string;
  term(vocabulary: string, id: string): string;
  days(first: string | number, options?: { last?: string | number; prec?: number }): string;
  when(event: { start: string; end: string; prec: number }): string;
  title(event: { own: boolean; title: string }): string;
  titleLang(event: { own?: boolean }): "en" | null;
  since(run: { start: string; prec: number }): string;
  compare(one: string, other: string): number;
}

export interface Store {
  readonly facts: Facts;
  readonly words: Words;
  readonly view: Readonly<View>;
  readonly texts: any;
  readonly textsError: Error | null;
  readonly shapes: Promise<any>;
  change(parts: Partial<View>, how?: How): boolean;
  snapshot(): any;
  subscribe(listener: (change: Change) => void): () => void;
  fly(target: Place): void;
  onFly(listener: (target: Place) => void): () => void;
  find(): void;
  onFind(listener: () => void): () => void;
  showEra(id: string): void;
  onEra(listener: (id: string) => void): () => void;
  useFacts(next: Facts, later?: Promise<any>): void;
}
