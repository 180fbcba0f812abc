import { describe, expect, it } from 'vitest';
import { makePass, readPass } from './pass.ts';
import { toToken } from './token.ts';
import { createUsedLinks } from './used-links.ts';

const anna = toToken('anna', '0123456789abcdef0123456789abcdef');
const bert = toToken('bert', 'fedcba9876543210fedcba9876543210');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NOW_MS = Date.UTC(2026, 3, 30);

describe('a pass', () => {
  it('is good while the token that it is of is in the file, whichever others are', () => {
    const { text } = makePass('cookie', anna, NOW_MS);
    expect(readPass('cookie', [bert, anna], text, NOW_MS)?.token.name).toBe('anna');
    expect(readPass('cookie', [bert], text, NOW_MS)).toBeUndefined();
    expect(readPass('cookie', [toToken('anna', 'another0token0of0anna00')], text, NOW_MS)).toBeUndefined();
  });

  it('holds nothing of the token and not even its name', () => {
    const { text } = makePass('cookie', anna, NOW_MS);
    expect(text).toMatch(/^[\w.-]+$/);
    expect(text).not.toContain('anna');
  });

  it.each([
    ['link', 10 * MINUTE_MS],
    ['cookie', 90 * DAY_MS],
  ] as const)('of a %s ends after %d ms', (kind, lifeMs) => {
    const { text } = makePass(kind, anna, NOW_MS);
    expect(readPass(kind, [anna], text, NOW_MS + lifeMs - 1)).toBeDefined();
    expect(readPass(kind, [anna], text, NOW_MS + lifeMs)).toBeUndefined();
  });

  it('of a link is none of a cookie, nor the other way round', () => {
    expect(readPass('cookie', [anna], makePass('link', anna, NOW_MS).text, NOW_MS)).toBeUndefined();
    expect(readPass('link', [anna], makePass('cookie', anna, NOW_MS).text, NOW_MS)).toBeUndefined();
  });

  it('cannot be changed in any letter, nor made longer', () => {
    const { text } = makePass('cookie', anna, NOW_MS);
    for (const [i, letter] of [...text].entries()) {
      const other = text.slice(0, i) + (letter === 'a' ? 'b' : 'a') + text.slice(i + 1);
      expect([i, readPass('cookie', [anna, bert], other, NOW_MS)]).toEqual([i, undefined]);
    }
    expect(readPass('cookie', [anna], `${text}.`, NOW_MS)).toBeUndefined();
    expect(readPass('cookie', [anna], '', NOW_MS)).toBeUndefined();
  });
});

describe('a link', () => {
  const linkOf = (madeMs: number) => {
    const link = readPass('link', [anna], makePass('link', anna, madeMs).text, madeMs);
    if (link === undefined) throw new Error('is no link');
    return link;
  };

  it('can be used once', () => {
    const used = createUsedLinks(NOW_MS);
    const [link, other] = [linkOf(NOW_MS), linkOf(NOW_MS)];
    expect([used.take(link, NOW_MS), used.take(link, NOW_MS), used.take(other, NOW_MS)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('from before the start cannot: it may have been used then', () => {
    expect(createUsedLinks(NOW_MS + 1).take(linkOf(NOW_MS), NOW_MS + 1)).toBe(false);
  });
});
