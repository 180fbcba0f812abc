import type { RequestHandler } from 'express';
import { READY_CHECKS, type ReadyChecks } from './ready-checks.ts';
import { type ReadyQuestion, readReadyQuery } from './ready-query.ts';

/** Answers `/readyz`: 200 when every check that counts holds, else 503 with the names of those that do not. */
export function createReadyHandler(checks: ReadyChecks): RequestHandler {
  return (request, response) => {
    const { ok, text } = tellReadiness(checks, readReadyQuery(request.url));
    response
      .status(ok ? 200 : 503)
      .type('text/plain')
      .send(text);
  };
}

/** The answer in words: one line, or one for each check and one for all. */
export function tellReadiness(
  checks: ReadyChecks,
  { verbose, exclude }: ReadyQuestion,
): { readonly ok: boolean; readonly text: string } {
  const results = READY_CHECKS.map((name) => ({
    name,
    ...checks[name](),
    isExcluded: exclude.includes(name),
  }));
  const failed = results.filter(({ ok, isExcluded }) => !ok && !isExcluded).map(({ name }) => name);
  const ok = failed.length === 0;
  const verdict = ok ? 'ready' : `not ready: ${failed.join(', ')}`;
  if (!verbose) return { ok, text: `${verdict}\n` };
  const lines = results.map(({ name, ok, fact, isExcluded }) =>
    isExcluded ? `[ ] ${name}: excluded` : `[${ok ? '+' : '-'}] ${name}: ${fact}`,
  );
  return { ok, text: `${[...lines, verdict].join('\n')}\n` };
}
