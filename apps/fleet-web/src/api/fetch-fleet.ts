import './csp-safe-zod.ts';
import { FleetProblem, Problem } from 'fleet-core/contract/answers/problem';
import { FleetSnapshot, SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import { elapsedMs, readMoment } from '../clock/moment.ts';
import { takeAskedAheadSec } from './asked-ahead.ts';
import { eitherSignal } from './either-signal.ts';
import { FleetUnavailable, type PastSnapshot } from './fleet-failure.ts';
import { inPlaceReader } from './read-in-place.ts';
import { requestUrl } from './request-url.ts';

/** For the way there and back. */
const TRAVEL_MS = 1_000;

const readFleet = inPlaceReader(FleetSnapshot);
const readFleetProblem = inPlaceReader(FleetProblem);

/** A snapshot, and its age in seconds when it came: as the API told, and what it may have waited for this page's code. */
export type FleetAnswer = { readonly snapshot: FleetSnapshot; readonly ageSec: number };

/**
 * Asks once for the fleet as it is now, and gives up a second after the API's budget. Throws `FleetUnavailable`, or the abort of `signal`.
 */
export async function fetchFleet(signal: AbortSignal, budgetMs: number): Promise<FleetAnswer> {
  const { status, ok, text, ageSec, asksToSignIn } = await request(signal, budgetMs + TRAVEL_MS);
  if (asksToSignIn) throw new FleetUnavailable({ kind: 'signed_out', status });
  const body = parseJson(text, status);
  if (!ok) throw new FleetUnavailable(problemFrom(body, status));
  return { snapshot: readSnapshot(body), ageSec };
}

type RawAnswer = {
  readonly status: number;
  readonly ok: boolean;
  readonly text: string;
  readonly ageSec: number;
  readonly asksToSignIn: boolean;
};

async function request(signal: AbortSignal, timeoutMs: number): Promise<RawAnswer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const asked = readMoment();
  const aheadSec = takeAskedAheadSec();
  const isLate = () => timeout.aborted || elapsedMs(asked, readMoment()) > timeoutMs;
  try {
    const response = await fetch(requestUrl('api/fleet'), {
      signal: eitherSignal(signal, timeout),
      headers: { Accept: 'application/json' },
      cache: 'no-store',
      // The API leads nowhere else: whoever does wants something first.
      redirect: 'manual',
    });
    const { status, ok, headers } = response;
    // As a blob it is taken in off the page's thread, and decoded there in one piece: half the cost of a large answer's text.
    const text = await (await response.blob()).text();
    // The time-out stands still while the machine sleeps: an answer from before would pass for the present.
    if (isLate()) throw new DOMException('the answer is old', 'TimeoutError');
    const ageSec = (Number(headers.get('age')) || 0) + aheadSec();
    return { status, ok, text, ageSec, asksToSignIn: isSignIn(response) };
  } catch (cause) {
    signal.throwIfAborted();
    if (isLate()) throw new FleetUnavailable({ kind: 'timeout', afterSec: timeoutMs / 1000 }, cause);
    throw new FleetUnavailable({ kind: 'network' }, cause);
  }
}

/** A login page in place of the answer, the way there, or a refusal that is not the API's own. */
function isSignIn({ type, status, ok, headers }: Response): boolean {
  const contentType = headers.get('content-type') ?? '';
  if (type === 'opaqueredirect' || status === 401) return true;
  if (status === 403) return !contentType.startsWith('application/problem+json');
  return ok && contentType.startsWith('text/html');
}

function parseJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw status >= 400
      ? new FleetUnavailable(problemFrom(undefined, status), cause)
      : new FleetUnavailable({ kind: 'unreadable' }, cause);
  }
}

function readSnapshot(body: unknown): FleetSnapshot {
  const newer = newerVersionOf(body);
  if (newer !== null) throw new FleetUnavailable({ kind: 'newer_contract', schema_version: newer });
  const parsed = readFleet(body);
  if (!parsed.success) throw new FleetUnavailable({ kind: 'unreadable' }, parsed.error);
  return parsed.data;
}

/** A raised version means that fields went away or changed their meaning: such an answer must not be shown. */
function newerVersionOf(body: unknown): number | null {
  if (typeof body !== 'object' || body === null || !('schema_version' in body)) return null;
  const { schema_version } = body;
  return typeof schema_version === 'number' && schema_version > SCHEMA_VERSION ? schema_version : null;
}

function problemFrom(body: unknown, status: number) {
  const parsed = Problem.safeParse(body);
  if (!parsed.success) {
    return { kind: 'http', status, title: 'no details', request_id: null, past: null } as const;
  }
  const { title, request_id } = parsed.data;
  return { kind: 'http', status, title, request_id, past: pastSnapshot(body) } as const;
}

/** Null as well when the API is of another version: what failed must be told all the same. */
function pastSnapshot(body: unknown): PastSnapshot | null {
  const parsed = readFleetProblem(body);
  if (!parsed.success) return null;
  const { last_snapshot, last_snapshot_age_sec } = parsed.data;
  if (last_snapshot === null || newerVersionOf(last_snapshot) !== null) return null;
  return { snapshot: last_snapshot, ageSec: last_snapshot_age_sec ?? 0 };
}
