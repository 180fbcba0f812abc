import './csp-safe-zod.ts';
import { Problem } from 'fleet-core/contract/answers/problem';
import { SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import type * as z from 'zod/mini';
import { eitherSignal } from './either-signal.ts';
import { requestUrl } from './request-url.ts';

/** Longer than the API takes to give up. */
const TIMEOUT_MS = 15_000;

type Answer = z.core.$ZodType<{ readonly schema_version: number }>;

/**
 * Asks the API for what somebody has opened: `api/fleet/drift`. Fails with a sentence for whoever waits for it; an answer that
 * the schema refuses, or of a newer contract, is one that this page cannot read.
 */
export async function fetchAnswer<Schema extends Answer>(
  path: string,
  schema: Schema & { safeParse(value: unknown): z.core.util.SafeParseResult<z.output<Schema>> },
  signal: AbortSignal,
): Promise<z.output<Schema>> {
  const response = await fetch(requestUrl(path), {
    signal: eitherSignal(signal, AbortSignal.timeout(TIMEOUT_MS)),
    cache: 'no-store',
  }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new Error('The dashboard API cannot be reached, or takes too long.', { cause });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = Problem.safeParse(body);
    const told = problem.success ? (problem.data.detail ?? `${problem.data.title}.`) : 'no details.';
    throw new Error(`The dashboard API answers HTTP ${response.status}: ${told}`);
  }
  const answer = schema.safeParse(body);
  if (!answer.success || answer.data.schema_version > SCHEMA_VERSION)
    throw new Error('The dashboard API gave an answer that this page cannot read.');
  return answer.data;
}
