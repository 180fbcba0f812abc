import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createHostCheck } from './host-check.ts';

const loopback = createHostCheck({ bindAddress: '127.0.0.1', allowedHosts: [] });

describe('a dashboard on loopback', () => {
  it.each([
    'localhost',
    'localhost:8080',
    'LOCALHOST.',
    'LocalHost.:8080',
    'fleet.localhost',
    'a.b.localhost:80',
    '127.0.0.1',
    '127.0.0.1:8080',
    '127.1.2.3:9',
    '[::1]',
    '[::1]:8080',
    '[0:0:0:0:0:0:0:1]',
  ])('goes by %s', (host) => {
    expect(loopback(host)).toBe('own');
  });

  it.each([
    'evil.example',
    'localhost.evil.com',
    'localhost.evil.com:8080',
    'evil-localhost',
    'xlocalhost',
    'localhost.localdomain',
    '127.0.0.1.nip.io',
    '127.0.0.1.evil.example:8080',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0.0.0.0',
    '[::]',
    '10.0.0.5:8080',
    '169.254.169.254',
    '[2001:db8::1]:8080',
    '[::ffff:7f00:1]',
    'dashboard',
    'xn--lcalhost-r6a',
  ])('does not go by %s', (host) => {
    expect(loopback(host)).toBe('foreign');
  });

  it.each([
    '',
    ' ',
    'localhost, localhost',
    'localhost,evil.example',
    'localhost evil.example',
    'user@localhost',
    'http://localhost',
    'localhost/',
    'localhost:port',
    'localhost:8080:1',
    'localhost:123456',
    '::1',
    '[::1',
    '[localhost]',
    'localhost..',
    '.localhost',
    'löcalhost',
    'localhost%00.evil.example',
    'localhost\\@evil.example',
    '*',
  ])('finds no host in %j', (host) => {
    expect(loopback(host)).toBe('malformed');
  });
});

it('a host that was refused stays refused, one that was taken stays taken', () => {
  for (let i = 0; i < 200; i++) {
    expect(loopback(`${i}.localhost`)).toBe('own');
    expect(loopback('evil.example')).toBe('foreign');
  }
  expect(loopback('localhost')).toBe('own');
});

it('a dashboard on an address goes by that as well', () => {
  const check = createHostCheck({ bindAddress: '10.0.0.5', allowedHosts: [] });
  expect(check('10.0.0.5:8080')).toBe('own');
  expect(check('10.0.0.6:8080')).toBe('foreign');
  const sixth = createHostCheck({ bindAddress: '2001:db8:0::1', allowedHosts: [] });
  expect(sixth('[2001:DB8::1]:8080')).toBe('own');
});

it.each(['0.0.0.0', '::'])(
  'on all addresses (%s) it goes by those of its machine, by no other and by no name',
  (all) => {
    const check = createHostCheck({ bindAddress: all, allowedHosts: [] });
    for (const { address, family } of Object.values(networkInterfaces()).flatMap((own) => own ?? []))
      if (family === 'IPv4') expect(check(`${address}:8080`)).toBe('own');
    expect(check('192.0.2.1')).toBe('foreign');
    expect(check('dashboard.example')).toBe('foreign');
  },
);

it('goes by the names that it was given, and below a domain by all', () => {
  const allowedHosts = ['fleet.example', '.internal.example', '192.0.2.7'];
  const check = createHostCheck({ bindAddress: '127.0.0.1', allowedHosts });
  for (const host of [
    'Fleet.Example',
    'fleet.example:443',
    'a.internal.example',
    'internal.example',
    '192.0.2.7:8443',
  ])
    expect(check(host)).toBe('own');
  for (const host of ['a.fleet.example', 'fleet.example.evil.com', 'xinternal.example', '192.0.2.8'])
    expect(check(host)).toBe('foreign');
});
