import { expect, it } from 'vitest';
import { BindAddress, isOpenToNetwork } from './bind-address.ts';

it.each([
  ['127.0.0.1', false],
  ['127.8.0.1', false],
  ['::1', false],
  ['localhost', false],
  ['0.0.0.0', true],
  ['::', true],
  ['10.1.2.3', true],
  ['2001:db8::1', true],
  ['::ffff:127.0.0.1', true],
  ['dashboard.internal', true],
])('%s is taken as it is, and open to the network: %s', (address, isOpen) => {
  expect(BindAddress.parse(address)).toBe(address);
  expect(isOpenToNetwork(address)).toBe(isOpen);
});

it('brackets are taken off', () => {
  expect(BindAddress.parse('[::1]')).toBe('::1');
});

it.each([
  '0',
  '127.1',
  '999.1.1.1',
  '1.2.3.4.5',
  'localhost:8080',
  '127.0.0.1:80',
  '*',
  'a b',
  'http://a',
  '[a]',
  '/tmp/x',
])('%j is refused', (address) => {
  expect(BindAddress.safeParse(address).error?.issues[0]?.message).toBe(
    'is neither an address nor a host name',
  );
});
