import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FleetProblem, Problem } from 'fleet-core/contract/answers/problem';
import type { EncodedBody, Encoding } from '../../snapshot/bytes/encoded-body.ts';
import { type OpenText, openText } from '../../snapshot/bytes/open-text.ts';
import type { Aged } from '../../snapshot/snapshot-cache.ts';
import { requestId } from '../requests/request-id.ts';
import { PROBLEM_TYPE, problem } from './problem.ts';

/** Seconds after which a client may expect another outcome. */
const RETRY_AFTER_SEC = 5;

/** What a client learns of a request that was not answered as it wished. */
export type ProblemFacts = {
  readonly status: number;
  readonly detail?: string;
  readonly failureId?: string;
  /** Headers that go with the status, names and values in turn. */
  readonly headers?: readonly string[];
};

/** Answers with a problem, whatever headers were set for another answer. An answer that has begun is cut. */
export function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  commonHeaders: ReadonlyMap<string, string>,
  facts: ProblemFacts,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const bytes = Buffer.from(JSON.stringify(toProblem(request, facts)));
  response.writeHead(facts.status, [
    ...problemHeaders(request, [...commonHeaders].flat(), facts, bytes.length),
    'Cache-Control',
    'no-store',
  ]);
  response.end(bytes);
}

/**
 * Answers with a problem that carries the last snapshot. It stands first, so that it is compressed once, however many
 * clients ask while the database is down; what each of them is told for itself stands after it.
 */
export async function sendFleetProblem(
  request: IncomingMessage,
  response: ServerResponse,
  commonHeaders: readonly string[],
  facts: ProblemFacts,
  carried: { readonly last: Aged<EncodedBody> | undefined; readonly encoding: Encoding },
): Promise<void> {
  const { last } = carried;
  const own = {
    ...toProblem(request, facts),
    last_snapshot_age_sec: last === undefined ? null : Math.round(last.ageMs() / 1000),
  } satisfies Omit<FleetProblem, 'last_snapshot'>;
  const end = Buffer.from(`,${JSON.stringify(own).slice(1)}`);
  const encoding = last === undefined ? 'identity' : carried.encoding;
  const parts = await beginWith(last?.value).endedWith(encoding, end);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  response.writeHead(facts.status, [
    ...problemHeaders(request, commonHeaders, facts, length),
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
  ]);
  response.cork();
  for (const part of parts) response.write(part);
  response.end();
}

const BEGINNING = Buffer.from('{"last_snapshot":');
const WITHOUT_SNAPSHOT = openText([BEGINNING, Buffer.from('null')]);
const beginnings = new WeakMap<EncodedBody, OpenText>();

function beginWith(snapshot: EncodedBody | undefined): OpenText {
  if (snapshot === undefined) return WITHOUT_SNAPSHOT;
  const known = beginnings.get(snapshot);
  if (known !== undefined) return known;
  const made = openText([BEGINNING, snapshot.identity]);
  beginnings.set(snapshot, made);
  return made;
}

function toProblem(request: IncomingMessage, { status, detail, failureId }: ProblemFacts): Problem {
  const told = problem(status, requestId(request), detail);
  return failureId === undefined ? told : { ...told, failure_id: failureId };
}

function problemHeaders(
  request: IncomingMessage,
  commonHeaders: readonly string[],
  { status, headers = [] }: ProblemFacts,
  length: number,
): string[] {
  const own = [
    'X-Request-Id',
    requestId(request),
    'Content-Type',
    PROBLEM_TYPE,
    'Content-Length',
    String(length),
  ];
  if (status === 503) own.push('Retry-After', String(RETRY_AFTER_SEC));
  return [...commonHeaders, ...headers, ...own];
}
