import * as z from 'zod/mini';

/** What stands before every path of the dashboard behind a proxy, such as `/jetmon`; without a slash at its end. */
export const BasePath = z.pipe(
  z.string().check(
    z.regex(/^\/(?:[\w~-][\w.~-]*\/?)*$/, 'is no path such as /jetmon'),
    z.refine(
      (path) => !/^\/(?:fleet|api|healthz|readyz|metrics)(?:\/|$)/.test(path),
      'begins as paths of the dashboard do: choose another, such as /jetmon',
    ),
  ),
  z.transform((path) => path.replace(/\/$/, '')),
);
