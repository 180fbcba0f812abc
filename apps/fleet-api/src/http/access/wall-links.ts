import type { RequestHandler } from 'express';
import type { ProblemFacts } from '../answers/problem-sender.ts';
import type { AccessControl } from './access-control.ts';

/** The two ends of a wall's link: who has a token asks for one, and the wall's browser opens it. */
export type WallLinks = { readonly make: RequestHandler; readonly use: RequestHandler };

/** Where a link leads goes from it by a page, not by a redirect: after one, a browser keeps back what another site led it to. */
const OPENING = Buffer.from(`<!doctype html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0;url=../../fleet?wall=1">
<title>Jetmon Fleet</title>
<a href="../../fleet?wall=1">To the wall</a>
`);

export function createWallLinks(
  access: Pick<AccessControl, 'makeLink' | 'useLink'>,
  basePath: string,
  refuse: (facts: ProblemFacts) => RequestHandler,
): WallLinks {
  return {
    make(request, response, next) {
      const made = access.makeLink(request);
      if (!made.ok) {
        refuse(made.facts)(request, response, next);
        return;
      }
      const path = `${basePath}/fleet/enter/${made.link}`;
      const url = `${made.isHttps ? 'https' : 'http'}://${request.headers.host}${path}`;
      response.json({ url, path, expires_at: new Date(made.endsMs).toISOString() });
    },
    use(request, response, next) {
      const { link } = request.params;
      // Who only looks whether it is there does not use it up.
      const isUse = request.method === 'GET' && typeof link === 'string';
      const facts = isUse ? access.useLink(request, response, link) : undefined;
      if (facts !== undefined) refuse(facts)(request, response, next);
      else response.type('html').send(OPENING);
    },
  };
}
