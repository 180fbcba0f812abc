import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { originOfRequest } from './origin-of-request.ts';

const PROXIES = ['127.0.0.1', '10.0.0.1'];
const socketFrom = (remoteAddress: string) =>
  Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
const originFrom = (address: string, headers: Record<string, string>) =>
  originOfRequest({ socket: socketFrom(address), headers }, (one) => PROXIES.includes(one));

const CLAIMS = {
  'x-forwarded-for': '192.0.2.7',
  'x-forwarded-user': 'anna',
  'x-forwarded-proto': 'https',
};

it('a trusted proxy is believed', () => {
  expect(originFrom('::ffff:127.0.0.1', CLAIMS)).toEqual({
    address: '192.0.2.7',
    user: 'anna',
    isHttps: true,
  });
});

it('nobody else is, whatever he says', () => {
  expect(originFrom('192.0.2.66', CLAIMS)).toEqual({ address: '192.0.2.66', user: null, isHttps: false });
});

it.each([
  ['192.0.2.66, 192.0.2.7', '192.0.2.7'],
  ['192.0.2.66, 192.0.2.7, 10.0.0.1', '192.0.2.7'],
  ['192.0.2.7:4711', '192.0.2.7'],
  ['[2001:db8::7]:4711', '2001:db8::7'],
  ['10.0.0.1', '127.0.0.1'],
  ['nobody', '127.0.0.1'],
  ['', '127.0.0.1'],
])('of %j the last that is no proxy of ours is the client: %s', (forwarded, client) => {
  expect(originFrom('127.0.0.1', { 'x-forwarded-for': forwarded }).address).toBe(client);
});

it('a user of more than 64 letters is cut, an empty one is none', () => {
  expect(originFrom('127.0.0.1', { 'x-forwarded-user': 'x'.repeat(65) }).user).toBe('x'.repeat(64));
  expect(originFrom('127.0.0.1', { 'x-forwarded-user': ' ' }).user).toBeNull();
});
