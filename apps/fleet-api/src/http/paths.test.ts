import { expect, it } from 'vitest';
import { routeOf } from './paths.ts';

it.each([
  ['/api/fleet', '/api/fleet'],
  ['/api/fleet?strict=1', '/api/fleet'],
  ['/api/fleet/', 'other'],
  ['/fleet/assets/base-1.js', '/fleet/assets'],
  ['/fleet/assets', 'other'],
  ['/fleet/?wall=1', '/fleet/'],
  ['/FLEET', 'other'],
  ['/.env', 'other'],
  ['', 'other'],
])('%j is counted as %s', (target, route) => {
  expect(routeOf(target)).toBe(route);
});
