import { expect, it } from 'vitest';
import { TrustedProxies } from './trusted-proxies.ts';

it('trusts the addresses and networks that are named, and no others', () => {
  const { has } = TrustedProxies.parse('127.0.0.1, 10.1.0.0/16 2001:db8::/48');
  const asked = [
    '127.0.0.1',
    '10.1.255.255',
    '2001:db8:0:1::1',
    '127.0.0.2',
    '10.2.0.0',
    '2001:db9::1',
    '',
    'x',
  ];
  expect(asked.map(has)).toEqual([true, true, true, false, false, false, false, false]);
});

it('trusts nobody when nobody is named', () => {
  expect(TrustedProxies.parse(' ').has('127.0.0.1')).toBe(false);
});

it.each(['all', '*', 'true', 'proxy.example', '10.0.0.1:80', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8'])(
  '%j is refused: addresses are wanted',
  (text) => {
    expect(TrustedProxies.safeParse(text).error?.issues[0]?.message).toContain('is no list of addresses');
  },
);

it.each(['0.0.0.0/0', '::/0', '128.0.0.0/1', '10.0.0.0/7'])(
  '%j is refused: it is nearly everybody',
  (text) => {
    expect(TrustedProxies.safeParse(text).error?.issues[0]?.message).toContain(
      'would trust nearly everybody',
    );
  },
);
