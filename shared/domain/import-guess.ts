/** A first plan for an unknown table, guessed from the names and the cells of its columns. */
import type { Directory } from "./directory.ts";
import { type ColumnFacts, isEmptyWord, plainName, readColumn } from "./import-column.ts";
import type { ImportPlan, Moment, MomentName, Outcome } from "./import-plan.ts";

/** What is known beside the table. */
export interface GuessContext {
  readonly fileName: string;
  readonly directory: Directory;
  /** The time zone where the site does not say it. */
  readonly timeZone: string;
}

type Role = "ticket" | "service" | "agent" | "counter" | "channel" | "outcome" | "site";

/** Names of columns by role, the surest ones first. */
const roleNames: Readonly<Record<Role, readonly RegExp[]>> = {
  ticket: [
    /\b(?:ticket|billet|token|senha|wartenummer|bilet)\b/,
    /\b(?:numero|num|no|nr|number|appel id|call id|visit id)\b/,
    /^(?:n|id)$/,
  ],
  service: [
    /\b(?:demarche|service|prestation|servico|dienst|anliegen|usluga|activite)\b/,
    /\b(?:motif|queue|file|operation|categorie|category|sprawa|type)\b/,
  ],
  agent: [/\b(?:agent|operateur|conseiller|employe|clerk|atendente|mitarbeiter|server|user|utilisateur)\b/],
  counter: [/\b(?:guichet|counter|poste|desk|window|schalter|box|bureau)\b/],
  channel: [/\b(?:canal|channel)\b/],
  outcome: [/\b(?:issue|statut|status|resultat|outcome|result|etat|state)\b/],
  site: [/\b(?:site|agence|accueil|lieu|office|branch|location|filiale|mairie)\b/],
};

const momentNames: Readonly<Record<MomentName, RegExp>> = {
  arrival:
    /\b(?:arrivee|arrival|arrived|emission|emis|edition|impression|creation|created|pris|tirage|enregistrement|check ?in|issued?|ankunft|ausgabe|chegada|entree|delivre)\b/,
  call: /\b(?:appel|appele|called|call|invite|aufruf|chamada)\b/,
  start: /\b(?:debut|start|started|prise en charge|begin|beginn|inicio|traitement)\b/,
  end: /\b(?:fin|end|ended|cloture|termine|terminaison|sortie|finish|finished|ende|fim|completed|closed|depart)\b/,
};

const outcomeWords: readonly (readonly [Outcome, RegExp])[] = [
  ["ignored", /\b(?:essai|test|supprime|deleted|fake)\b/],
  ["no_show", /\b(?:absent|absente|no ?show|non presente|pas venu|nao compareceu|missed)\b/],
  ["abandoned", /\b(?:parti|partie|abandon\w*|left|hang(?:up)?|renonce|quitte)\b/],
  ["cancelled", /\b(?:annule\w*|cancel\w*|cancelada)\b/],
  ["open", /\b(?:en attente|en cours|waiting|open|emitida|chamado|iniciado)\b/],
  [
    "completed",
    /\b(?:servi\w*|termine\w*|traite\w*|complet\w*|served|done|finished|closed|encerrad\w*|fini|ok|agent)\b/,
  ],
];

/** The plan that fits a table best, as far as its columns say; what they do not say stays empty. */
export function guessPlan(
  facts: readonly ColumnFacts[],
  rows: readonly (readonly string[])[],
  context: GuessContext,
): ImportPlan {
  const usable = facts.filter((fact) => !fact.isPersonal && !/[{}]/.test(fact.name) && fact.name !== "");
  const taken = new Set<string>();
  const moments = guessMoments(usable, taken);
  const word = (role: Role) => pick(usable, role, taken);
  const ticket = word("ticket");
  const outcome = word("outcome");
  const service = word("service");
  const counter = word("counter");
  const agent = word("agent");
  const channel = word("channel");
  const site = word("site");
  const [onlySite] = context.directory.sites;
  return {
    name: nameOf(context.fileName),
    timeZone: onlySite?.timeZone ?? context.timeZone,
    site: {
      column: site?.name ?? null,
      key: onlySite?.id ?? "mairie",
      name: onlySite?.name ?? "Mairie",
    },
    service: {
      column: service?.name ?? null,
      key: "accueil",
      name: "",
      values: service === undefined ? {} : knownServices(service, context.directory),
    },
    channel: {
      column: channel?.name ?? null,
      channel: "counter",
      values: channel === undefined ? {} : channelsOf(channel),
    },
    ticket: ticket?.name ?? null,
    agent: agent?.name ?? null,
    counter: counter?.name ?? null,
    moments,
    outcome: {
      column: outcome?.name ?? null,
      values: outcome === undefined ? {} : outcomesOf(outcome),
      others: "cancelled",
    },
    withoutEnd: "cancelled",
    identity: identityOf(facts, rows, moments.arrival, ticket?.name, service?.name),
    emptyTexts: emptyTextsOf(facts, rows, moments),
    ignore: [],
  };
}

function pick(facts: readonly ColumnFacts[], role: Role, taken: Set<string>): ColumnFacts | undefined {
  const free = facts.filter(
    ({ name, kind }) =>
      !taken.has(name) && kind !== "empty" && kind !== "date" && kind !== "time" && kind !== "dateTime",
  );
  for (const pattern of roleNames[role]) {
    const found = free.find(({ name }) => pattern.test(plainName(name)));
    if (found === undefined) continue;
    taken.add(found.name);
    return found;
  }
  return undefined;
}

function guessMoments(facts: readonly ColumnFacts[], taken: Set<string>): ImportPlan["moments"] {
  const timed = facts.filter(({ kind }) => kind === "time" || kind === "dateTime");
  const dates = facts.filter(({ kind }) => kind === "date");
  const find = (name: MomentName) => {
    const found = timed.find((fact) => !taken.has(fact.name) && momentNames[name].test(plainName(fact.name)));
    if (found !== undefined) taken.add(found.name);
    return found;
  };
  // "Appel" of "Heure d'appel" is surer than the "début" that stands in many names.
  const call = find("call");
  const end = find("end");
  const arrival = find("arrival");
  const start = find("start");
  const first = arrival ?? timed.find((fact) => !taken.has(fact.name));
  if (first !== undefined) taken.add(first.name);
  const day = dates.find(({ name }) => momentNames.arrival.test(plainName(name))) ?? dates[0];
  return {
    arrival: arrivalOf(first, day),
    call: momentOf(call),
    start: momentOf(start),
    end: momentOf(end),
  };
}

function arrivalOf(found: ColumnFacts | undefined, day: ColumnFacts | undefined): Moment {
  if (found?.kind === "dateTime")
    return { date: found.name, dateFormat: found.format, time: null, timeFormat: "" };
  return {
    date: day?.name ?? null,
    dateFormat: day?.format ?? "",
    time: found?.name ?? null,
    timeFormat: found?.format ?? "",
  };
}

/** A moment told by one column: with its date, or on the day of the moment before. */
export function momentOf(found: Pick<ColumnFacts, "name" | "kind" | "format"> | undefined): Moment | null {
  if (found === undefined) return null;
  return found.kind === "time"
    ? { date: null, dateFormat: "", time: found.name, timeFormat: found.format }
    : { date: found.name, dateFormat: found.format, time: null, timeFormat: "" };
}

function knownServices(fact: ColumnFacts, { services }: Directory): Record<string, string> {
  const byName = new Map(services.map((service) => [plainName(service.name), service.id]));
  return Object.fromEntries(
    fact.texts.flatMap(({ text }) => {
      const id = byName.get(plainName(text));
      return id === undefined || id === text ? [] : [[text, id]];
    }),
  );
}

function channelsOf(fact: ColumnFacts): ImportPlan["channel"]["values"] {
  const words = [
    ["phone", /tel|phone|appel|fon/],
    ["email", /mail|courriel/],
    ["online", /ligne|online|web|internet/],
    ["counter", /./],
  ] as const;
  return Object.fromEntries(
    fact.texts.map(({ text }) => [
      text,
      words.find(([, pattern]) => pattern.test(plainName(text)))?.[0] ?? "counter",
    ]),
  );
}

function outcomesOf(fact: ColumnFacts): ImportPlan["outcome"]["values"] {
  return Object.fromEntries(
    fact.texts.flatMap(({ text }) => {
      const found = outcomeWords.find(([, pattern]) => pattern.test(plainName(text)));
      return found === undefined ? [] : [[text, found[0]]];
    }),
  );
}

/** The fewest columns that tell any two of the rows apart. */
function identityOf(
  facts: readonly ColumnFacts[],
  rows: readonly (readonly string[])[],
  { date, time }: Moment,
  ticket: string | undefined,
  service: string | undefined,
): string[] {
  const named = (...names: readonly (string | null | undefined)[]) =>
    names.filter((name): name is string => name !== null && name !== undefined);
  const candidates =
    ticket === undefined
      ? [named(date, time, service)]
      : [
          named(date, ticket),
          named(date, ticket, service),
          named(date, time, ticket),
          named(date, time, ticket, service),
        ];
  const indexOf = new Map(facts.map(({ name }, index) => [name, index]));
  const isUnique = (names: readonly string[]) => {
    const keys = rows.map((row) => names.map((name) => row[indexOf.get(name) ?? -1] ?? "").join("\n"));
    return new Set(keys).size === keys.length;
  };
  return candidates.find(isUnique) ?? candidates.at(-1) ?? [];
}

/** Texts in columns of times that are no times, and midnight where the counters are closed then. */
function emptyTextsOf(
  facts: readonly ColumnFacts[],
  rows: readonly (readonly string[])[],
  plan: ImportPlan["moments"],
): string[] {
  const found = new Set<string>();
  for (const moment of [plan.call, plan.start, plan.end]) {
    const name = moment?.time ?? moment?.date;
    const index = facts.findIndex((fact) => fact.name === name);
    const fact = facts[index];
    if (fact === undefined) continue;
    const cells = rows.map((row) => (row[index] ?? "").trim()).filter((text) => text !== "");
    const times = readColumn(fact.format, cells);
    for (const [place, text] of cells.entries()) {
      if (isEmptyWord(text) && Number.isNaN(times[place])) found.add(text);
    }
    const atMidnight = cells.filter((text) => /^0?0:00(?::00)?$/.test(text));
    if (atMidnight.length >= 2) for (const text of atMidnight) found.add(text);
  }
  return [...found].slice(0, 20);
}

/** `Export_tickets_2026-11.csv` → `Export tickets`: the same for next month's file. */
function nameOf(fileName: string): string {
  const stem = fileName
    .replace(/(?:\.(?:csv|tsv|txt|xlsx|gz|xz))+$/i, "")
    .replaceAll(/[_\d]+/g, " ")
    .replaceAll(/[\s.-]+/g, " ")
    .trim();
  return (stem === "" ? "tickets" : stem).slice(0, 80);
}
