import type { RequestHandler } from 'express';
import type { AskedTimes } from 'fleet-core/rules/history/tell-history';
import type { EncodedBody } from '../snapshot/bytes/encoded-body.ts';
import type { Aged } from '../snapshot/snapshot-cache.ts';
import type { WallLinks } from './access/wall-links.ts';
import { answerEncoded } from './answers/encoded-answer.ts';
import { createOpenapiBody } from './openapi/openapi-body.ts';
import { pageFile } from './page/page-file.ts';
import type { PageFiles } from './page/page-files.ts';
import type { Path } from './paths.ts';
import { readHistoryQuery } from './requests/history-query.ts';

export type RoutesOptions = {
  readonly page: PageFiles;
  /** What stands before every path as clients know it, or nothing. */
  readonly basePath: string;
  readonly wallLinks: WallLinks;
  readonly headers: ReadonlyMap<string, string>;
  readonly historyBody: (asked: AskedTimes) => EncodedBody;
  readonly codesBody: () => EncodedBody;
  readonly readDrift: () => Promise<Aged<EncodedBody>>;
  readonly answerSummary: RequestHandler;
  readonly answerGate: RequestHandler;
  readonly answerReady: RequestHandler;
  readonly answerMetrics: RequestHandler;
};

/** What answers each path. What a handler throws or rejects with is left to the error handler. */
export function createRoutes(options: RoutesOptions): Readonly<Record<Path, RequestHandler>> {
  const { page, basePath, headers, historyBody, codesBody, readDrift } = options;
  const openapiBody = createOpenapiBody();
  /** The page's address, from where `up` leads to the root; relative where only a proxy knows what may stand before it. */
  const pageFrom = (up: string): string => (basePath === '' ? `${up}fleet` : `${basePath}/fleet`);
  return {
    '/': (_request, response) => response.redirect(302, pageFrom('./')),
    '/fleet': pageFile(page.html, 'html'),
    '/fleet/start-guard.js': pageFile(page.startGuard, 'js'),
    '/fleet/': (request, response) => response.redirect(308, `${pageFrom('../')}${queryOf(request.url)}`),
    '/fleet/enter/:link': options.wallLinks.use,
    '/healthz': (_request, response) => response.json({ status: 'ok' }),
    '/readyz': options.answerReady,
    '/metrics': options.answerMetrics,
    // Answered ahead of Express; only its other methods arrive here.
    '/api/fleet': (_request, _response, next) => next(),
    '/api/fleet/summary': options.answerSummary,
    '/api/fleet/history': answerEncoded(headers, (target) => ({
      body: historyBody(readHistoryQuery(target)),
    })),
    '/api/fleet/codes': answerEncoded(headers, () => ({ body: codesBody() })),
    '/api/fleet/drift': answerEncoded(headers, async () => {
      const { value: body, ageMs } = await readDrift();
      return { body, ageMs };
    }),
    '/api/fleet/gate': options.answerGate,
    '/api/fleet/wall-link': options.wallLinks.make,
    '/api/openapi.json': answerEncoded(headers, async () => ({ body: await openapiBody() })),
  };
}

function queryOf(target: string): string {
  const at = target.indexOf('?');
  return at === -1 ? '' : target.slice(at);
}
