import type { FleetHistory } from 'fleet-core/contract/answers/history';

/** What was wrong for a while: issue codes, or a time in which nothing could be seen. Times in milliseconds since 1970. */
export type Incident = {
  readonly key: string;
  /** The issues' that came and went together for one cause; none for a time in which nothing could be seen. */
  readonly codes: readonly string[];
  /** The worst level that it had, `unread` or `unwatched`. */
  readonly state: string;
  /** What it was about when it was at its worst; null where that is not known. */
  readonly headline: string | null;
  readonly subjects: readonly string[];
  /** Null where it began before what is told. */
  readonly fromMs: number | null;
  /** Null while it lasts. */
  readonly toMs: number | null;
};

/** Everything that came, by what is told of it, the latest first. */
export function incidentsOf(history: FleetHistory): Incident[] {
  return [...joined(issueIncidents(history)), ...blindTimes(history)].sort(
    (a, b) => (b.fromMs ?? b.toMs ?? 0) - (a.fromMs ?? a.toMs ?? 0),
  );
}

/** Whether it stood at an instant, as far as is known. */
export function stoodAt({ fromMs, toMs }: Incident, ms: number): boolean {
  return (fromMs ?? Number.NEGATIVE_INFINITY) <= ms && ms < (toMs ?? Number.POSITIVE_INFINITY);
}

function issueIncidents({ issue_transitions }: FleetHistory): Incident[] {
  const ended: Incident[] = [];
  const open = new Map<string, Incident>();
  for (const { at, code, from, to, headline, subjects } of issue_transitions) {
    const atMs = Date.parse(at);
    const before = open.get(code) ?? (from === null ? null : unknownBegin(code, from, atMs));
    if (to === null) {
      if (before !== null) ended.push({ ...before, toMs: atMs });
      open.delete(code);
      continue;
    }
    const told = { state: to, headline: headline ?? null, subjects: subjects ?? [] };
    if (before === null)
      open.set(code, { key: `${code} ${at}`, codes: [code], ...told, fromMs: atMs, toMs: null });
    else open.set(code, isWorse(to, before.state) ? { ...before, ...told } : before);
  }
  return [...ended, ...open.values()];
}

/** Issues of one cause that came and went together are one incident. */
function joined(incidents: readonly Incident[]): Incident[] {
  const byCause = new Map<string, Incident>();
  for (const incident of incidents) {
    const { key, headline, fromMs, toMs } = incident;
    const name = headline === null ? key : `${fromMs} ${toMs} ${headline}`;
    const same = byCause.get(name);
    if (same === undefined) byCause.set(name, incident);
    else {
      const state = isWorse(incident.state, same.state) ? incident.state : same.state;
      byCause.set(name, { ...same, state, codes: [...same.codes, ...incident.codes] });
    }
  }
  return [...byCause.values()];
}

function unknownBegin(code: string, state: string, atMs: number): Incident {
  const key = `${code} before ${atMs}`;
  return { key, codes: [code], state, headline: null, subjects: [], fromMs: null, toMs: null };
}

function isWorse(state: string, than: string): boolean {
  return state === 'red' && than !== 'red';
}

const BLIND: readonly string[] = ['unread', 'unwatched'];

function blindTimes({ status_transitions }: FleetHistory): Incident[] {
  return status_transitions.flatMap(({ at, to }, place) => {
    if (!BLIND.includes(to)) return [];
    const next = status_transitions[place + 1];
    const toMs = next === undefined ? null : Date.parse(next.at);
    const fromMs = Date.parse(at);
    return [{ key: `${to} ${at}`, codes: [], state: to, headline: null, subjects: [], fromMs, toMs }];
  });
}
