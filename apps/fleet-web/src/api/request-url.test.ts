import { afterEach, expect, it, vi } from 'vitest';
import { requestUrl } from './request-url.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['http://fleet.example/fleet', 'api/fleet', 'http://fleet.example/api/fleet'],
  ['http://fleet.example:8080/fleet?wall=1&filter=/x', 'api/fleet', 'http://fleet.example:8080/api/fleet'],
  ['https://ops.example/jetmon/eu/fleet#processes', 'api/fleet', 'https://ops.example/jetmon/eu/api/fleet'],
  ['https://ann:s%2Fcret@fleet.example/fleet', 'api/fleet', 'https://fleet.example/api/fleet'],
  ['https://ann:s%2Fcret@fleet.example/fleet?wall=1', '', 'https://fleet.example/fleet?wall=1'],
])('a page at %s asks for "%s" at %s', (href, path, asked) => {
  vi.stubGlobal('location', { href });
  expect(requestUrl(path)).toBe(asked);
});
