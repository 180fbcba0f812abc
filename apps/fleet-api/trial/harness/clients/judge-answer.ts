import { FleetProblem } from 'fleet-core/contract/answers/problem';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { FleetState } from 'fleet-lab/state/fleet-state';

/** What a client received. */
export type Received = { readonly status: number; readonly contentType: string; readonly text: string };

/** What must hold of every answer, whatever the fault. */
export type Expectation = {
  /** How many processes the fleet has: fewer would be an empty fleet in place of an error. */
  readonly processCount: number;
  /** What no client may be told: account, table, statement, stack. */
  readonly secrets: readonly string[];
};

/** What must hold of answers about a fleet with these rows in this database. */
export function expectationOf({ name, reader }: LabDatabase, rows: FleetState['rows']): Expectation {
  const { user, password, host } = reader;
  return {
    processCount: rows.jetmon_process_health.length,
    secrets: [user, password, host, name, 'jetmon', 'SELECT', 'node_modules', '.ts'],
  };
}

/** What an answer says, and what is wrong with it by the promise made to clients, if anything. */
export type Judgement = { readonly generatedAtMs: number | null; readonly wrong: string | null };

/** Judges answers; one that says the same as the last of its status is not judged anew. */
export function createJudge(expected: Expectation): (received: Received) => Judgement {
  const lastByStatus = new Map<number, { words: string; judgement: Judgement }>();
  return (received) => {
    const words = `${received.contentType} ${received.text.replace(REQUEST_ID, '')}`;
    const last = lastByStatus.get(received.status);
    if (last?.words === words) return last.judgement;
    const judgement = judgeAnswer(received, expected);
    lastByStatus.set(received.status, { words, judgement });
    return judgement;
  };
}

/** The one thing in which problems told in the same second differ. */
const REQUEST_ID = /"request_id":"[\w.-]+"/;

/** Holds an answer to its schema and to the promise. */
function judgeAnswer(received: Received, expected: Expectation): Judgement {
  if (received.status === 200) return judgeSnapshot(received, expected);
  if (received.status === 503) return { generatedAtMs: null, wrong: faultOfProblem(received, expected) };
  return { generatedAtMs: null, wrong: `status ${received.status}: ${received.text.slice(0, 300)}` };
}

function judgeSnapshot({ contentType, text }: Received, expected: Expectation): Judgement {
  const parsed = FleetSnapshot.safeParse(parseJson(text));
  if (!parsed.success) return { generatedAtMs: null, wrong: `no snapshot: ${text.slice(0, 300)}` };
  const generatedAtMs = Date.parse(parsed.data.generated_at);
  if (!contentType.startsWith('application/json'))
    return { generatedAtMs, wrong: `served as ${contentType}` };
  const count = parsed.data.processes.length;
  return {
    generatedAtMs,
    wrong: count === expected.processCount ? null : `${count} processes in place of ${expected.processCount}`,
  };
}

function faultOfProblem(
  { contentType, text }: Received,
  { processCount, secrets }: Expectation,
): string | null {
  const parsed = FleetProblem.safeParse(parseJson(text));
  if (!parsed.success) return `no problem: ${text.slice(0, 300)}`;
  if (!contentType.startsWith('application/problem+json')) return `served as ${contentType}`;
  const { last_snapshot, ...problem } = parsed.data;
  if (last_snapshot !== null && last_snapshot.processes.length !== processCount)
    return `a last snapshot of ${last_snapshot.processes.length} processes`;
  const told = secrets.filter((secret) => JSON.stringify(problem).includes(secret));
  return told.length === 0 ? null : `tells ${told.join(', ')}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
