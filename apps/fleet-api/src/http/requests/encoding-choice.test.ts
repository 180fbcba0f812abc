import { describe, expect, it } from 'vitest';
import { chooseEncoding, createEncodingChoice } from './encoding-choice.ts';

function itGives(...cases: [header: string | undefined, encoding: string][]): void {
  it.each(cases)('%j is answered with %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
}

describe('the shortest of what is accepted alike', () => {
  itGives(
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0.5, br;q=0.5', 'br'],
    ['identity;q=0.9, gzip;q=0.9', 'gzip'],
  );
});

describe('a greater weight goes before the shorter answer', () => {
  itGives(
    ['br;q=0.1, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.501', 'gzip'],
    ['br;q=0.5, gzip;q=0.499', 'br'],
    ['identity, gzip;q=0.999', 'identity'],
    ['identity;q=0.5, *;q=0.4', 'identity'],
    ['identity;q=0.4, *;q=0.5', 'br'],
    ['br;q=0.1, *', 'gzip'],
  );
});

describe('a weight of zero refuses', () => {
  itGives(
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.000', 'identity'],
    ['br;q=0.001', 'br'],
    ['gzip;q=0, *', 'br'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0, gzip;q=0, *', 'identity'],
    ['*;q=0, gzip;q=0.2', 'gzip'],
    ['identity;q=0, *', 'br'],
    ['identity;q=0, gzip;q=0.1', 'gzip'],
  );
});

describe('identity when nothing that we have is asked for, even if it is refused', () => {
  itGives(
    [undefined, 'identity'],
    ['', 'identity'],
    ['deflate, zstd', 'identity'],
    ['*;q=0', 'identity'],
    ['identity;q=0', 'identity'],
    ['identity;q=0, br;q=0, gzip;q=0', 'identity'],
  );
});

describe('as it may be written', () => {
  itGives(
    ['GZIP;q=0.5', 'gzip'],
    [' br ; q=0.2 , gzip ; q=0.3 ', 'gzip'],
    ['br;q=nonsense', 'identity'],
    [', ,', 'identity'],
  );
});

it('the choice stays right when more headers come than are remembered', () => {
  const choose = createEncodingChoice();
  for (let i = 0; i < 200; i++)
    expect(choose(`x-${i}, br;q=0.5, gzip;q=0.${i % 2 === 0 ? 4 : 6}`)).toBe(i % 2 === 0 ? 'br' : 'gzip');
  expect([choose('br'), choose('gzip'), choose('br')]).toEqual(['br', 'gzip', 'br']);
});
