import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createHostCheck } from './host-check.ts';
import { createRequestCheck } from './request-check.ts';

const check = createRequestCheck(
  createHostCheck({ bindAddress: '127.0.0.1', allowedHosts: ['fleet.example'] }),
);

function makeRequest(url: string, headers: Record<string, string> = {}): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  Object.assign(request.headers, { host: 'localhost:8080', ...headers });
  return request;
}

it('a request for a path of ours passes as it is', () => {
  const request = makeRequest('/api/fleet?x=http://a/b');
  expect(check(request)).toBeUndefined();
  expect(request.url).toBe('/api/fleet?x=http://a/b');
});

it.each([
  ['http://localhost:8080/api/fleet', '/api/fleet'],
  ['HTTP://LOCALHOST/api/fleet?x=1', '/api/fleet?x=1'],
  ['https://fleet.example/fleet', '/fleet'],
  ['http://127.0.0.1', '/'],
])('the whole address %s is cut to %s', (target, path) => {
  const request = makeRequest(target);
  expect(check(request)).toBeUndefined();
  expect(request.url).toBe(path);
});

it.each([
  ['no host', '/', { host: '' }, 400],
  ['two hosts', '/', { host: 'localhost, localhost' }, 400],
  ['a host of others', '/', { host: 'evil.example:8080' }, 421],
  ['an address of others', 'http://evil.example/api/fleet', {}, 421],
  ['an address of ours, for a host of others', 'http://localhost/api/fleet', { host: 'evil.example' }, 421],
  ['an address of another kind', 'ftp://localhost/api/fleet', {}, 400],
  ['the page of others', '/api/fleet', { origin: 'http://evil.example' }, 403],
  [
    'a page of others by a name like ours',
    '/api/fleet',
    { origin: 'http://localhost.evil.example:8080' },
    403,
  ],
  ['a page without origin', '/api/fleet', { origin: 'null' }, 403],
  ['an extension', '/api/fleet', { origin: 'moz-extension://localhost' }, 403],
])('%s is refused', (_, url, headers, status) => {
  expect(check(makeRequest(url, headers))?.status).toBe(status);
});

it.each(['http://localhost:8080', 'http://LOCALHOST', 'https://fleet.example'])(
  'its own page at %s passes',
  (origin) => {
    expect(check(makeRequest('/api/fleet', { origin }))).toBeUndefined();
  },
);

it('tells nothing of the request that it refuses', () => {
  const refusal = check(makeRequest('/secret', { host: 'evil.example' }));
  expect(refusal?.detail).not.toMatch(/evil|secret/);
});
