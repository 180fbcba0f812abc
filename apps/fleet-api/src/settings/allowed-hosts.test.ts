import { expect, it } from 'vitest';
import { AllowedHosts } from './allowed-hosts.ts';

it.each([
  ['', []],
  ['Fleet.Example', ['fleet.example']],
  ['fleet.example, .internal.example\t10.0.0.7', ['fleet.example', '.internal.example', '10.0.0.7']],
  ['::1,[2001:DB8::1]', ['::1', '2001:db8::1']],
])('%j is %j', (text, hosts) => {
  expect(AllowedHosts.parse(text)).toEqual(hosts);
});

it.each(['*', 'fleet.example:8080', 'http://fleet.example', '[::1]:80', '..example', 'a, b/c', '.'])(
  '%j is refused, by name',
  (text) => {
    const { error } = AllowedHosts.safeParse(text);
    expect(error?.issues[0]?.message).toContain('list of host names');
  },
);
