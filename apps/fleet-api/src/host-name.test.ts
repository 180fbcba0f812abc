import { expect, it } from 'vitest';
import { hostName, isLoopback } from './host-name.ts';

it.each([
  ['localhost', 'localhost'],
  ['LOCALHOST.:8080', 'localhost'],
  ['fleet.example:', 'fleet.example'],
  ['a', 'a'],
  ['my_host-1.internal:1', 'my_host-1.internal'],
  ['127.0.0.1:8080', '127.0.0.1'],
  ['[::1]:8080', '::1'],
  ['[0:0:0:0:0:0:0:1]', '::1'],
])('%s names %s', (host, name) => {
  expect(hostName(host)).toBe(name);
});

it.each([
  '',
  ' ',
  'a, b',
  'a b',
  'a,a',
  'a:b',
  'a:123456',
  'user@a',
  'a/b',
  'http://a',
  '::1',
  '[::1',
  '[a]',
  '[::1]x',
  '.',
  '.a',
  'a..',
  'ä.example',
  'a%00',
  '*',
])('%j names no host', (host) => {
  expect(hostName(host)).toBeUndefined();
});

it.each(['localhost', 'fleet.localhost', '127.0.0.1', '127.255.0.9', '::1'])('%s is loopback', (name) => {
  expect(isLoopback(name)).toBe(true);
});

it.each(['localhost.example', 'notlocalhost', '127.0.0.1.nip.io', '128.0.0.1', '0.0.0.0', '::', '127.1'])(
  '%s is not',
  (name) => {
    expect(isLoopback(name)).toBe(false);
  },
);
