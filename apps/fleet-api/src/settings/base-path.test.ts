import { expect, it } from 'vitest';
import { withoutBasePath } from '../http/requests/base-path.ts';
import { BasePath } from './base-path.ts';

it.each([
  ['/', ''],
  ['/jetmon', '/jetmon'],
  ['/ops/jetmon/', '/ops/jetmon'],
  ['/v2.1/fleet', '/v2.1/fleet'],
  ['/fleets', '/fleets'],
])('%j stands for %j', (text, path) => {
  expect(BasePath.parse(text)).toBe(path);
});

it.each(['jetmon', '//a', '/a//b', '/a b', '/a?b', '/../a', '/./a', '/ä', 'http://a/b', '/a;b'])(
  '%j is refused',
  (text) => {
    expect(BasePath.safeParse(text).error?.issues[0]?.message).toContain('is no path');
  },
);

it.each(['/fleet', '/api', '/api/v1', '/healthz', '/metrics/'])('%j is refused: it is ours', (text) => {
  expect(BasePath.safeParse(text).error?.issues[0]?.message).toContain('paths of the dashboard');
});

it.each([
  ['/jetmon/fleet?wall=1', '/fleet?wall=1'],
  ['/jetmon', '/'],
  ['/jetmon/', '/'],
  ['/jetmon?a', '/?a'],
  ['/fleet', '/fleet'],
  ['/jetmons/fleet', '/jetmons/fleet'],
  ['/jetmon/jetmon/fleet', '/jetmon/fleet'],
])('behind /jetmon, %s is %s', (target, path) => {
  expect(withoutBasePath(target, '/jetmon')).toBe(path);
});
