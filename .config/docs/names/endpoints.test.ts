import { describe, expect, it } from 'vitest';
import { PATHS } from '../../../apps/fleet-api/src/http/paths.ts';
import openapi from '../../../docs/openapi.json' with { type: 'json' };
import { DOCS, foundInCode } from '../docs.ts';

/** A path that stands alone or behind the address of a dashboard, without its query. */
const LOOKS_LIKE_ONE =
  /(?<=^|[\s'"(=]|:\d{2,5}|\.example|\/jetmon)\/(?:api\/[\w./-]*\w|fleet(?:\/[\w.:-]+)*|(?:health|ready)z|metrics)(?![\w-])/g;

const documented = foundInCode(LOOKS_LIKE_ONE);
/** For the page itself: whoever uses the dashboard sees them in no address. */
const INNER: readonly string[] = ['/', '/fleet/', '/fleet/start-guard.js', '/fleet/enter/:link'];

it('every path that is answered is documented', () => {
  const paths = PATHS.filter((path) => !INNER.includes(path));
  expect(paths.filter((path) => !documented.includes(path))).toEqual([]);
});

it('what looks like a path of the dashboard in the docs is one', () => {
  const known: readonly string[] = PATHS;
  expect(documented.filter((path) => !known.includes(path))).toEqual([]);
});

const parameters = Object.entries(openapi.paths).flatMap(([path, { get }]) =>
  'parameters' in get ? get.parameters.map(({ name }) => ({ path, name })) : [],
);

describe('the page on the API', () => {
  const spans = DOCS.get('docs/api.md')?.spans ?? [];

  it.each(parameters)('tells of $name, a parameter of $path', ({ name }) => {
    expect(spans.some((span) => new RegExp(`(?:^|[?&])${name}(?:=|$)`).test(span))).toBe(true);
  });
});
