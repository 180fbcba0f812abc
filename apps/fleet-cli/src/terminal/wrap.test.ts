import { describe, expect, it } from 'vitest';
import { paint, wantsColour } from './colour.ts';
import { table } from './table.ts';
import { cut, wrap } from './wrap.ts';

describe('a sentence', () => {
  const text = 'jetmon-b is silent for 14m (limit 10m)';

  it('keeps to the width, the indent counted', () => {
    const lines = wrap(text, 24, '    ').split('\n');
    expect(lines).toEqual(['jetmon-b is silent', '    for 14m (limit 10m)']);
  });

  it('leaves room for what stands before it', () => {
    expect(wrap(text, 24, '', 20).split('\n')[0]).toBe('jetmon-b');
  });

  it('is one line where nobody looks on, and never broken within a word', () => {
    expect(wrap(text, null)).toBe(text);
    expect(wrap('x'.repeat(50), 20)).toBe('x'.repeat(50));
  });

  it('keeps its own lines', () => {
    expect(wrap('a\nb', null, '  ')).toBe('a\n  b');
    expect(wrap('a\nb', 40, '  ')).toBe('a\n  b');
  });
});

describe('a table', () => {
  const rows = [
    ['jetmon-a', '7'],
    ['b', '1,000'],
  ];

  it('has its columns one below the other, numbers on the right', () => {
    expect(table([{ title: 'host' }, { title: 'due', isNumber: true }], rows, null)).toEqual([
      'host        due',
      'jetmon-a      7',
      'b         1,000',
    ]);
  });

  it('is cut where the terminal ends', () => {
    expect(table([{ title: 'host' }, { title: 'due', isNumber: true }], rows, 12)).toEqual([
      'host       …',
      'jetmon-a   …',
      'b         1…',
    ]);
    expect(cut('12345', 5)).toBe('12345');
    expect(cut('123456', 5)).toBe('1234…');
  });
});

describe('colour', () => {
  it.each([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['a terminal where none is wanted', true, { NO_COLOR: '1' }, false],
    ['a terminal where NO_COLOR is empty, which counts as not set', true, { NO_COLOR: '' }, true],
    ['a terminal that knows none', true, { TERM: 'dumb' }, false],
  ])('is shown on %s: %s', (_, isTerminal, env, expected) => {
    const isColoured = wantsColour(isTerminal, env);
    expect(isColoured).toBe(expected);
    expect(paint({ isColoured }, 'red', 'RED')).toBe(expected ? '\u001b[31mRED\u001b[0m' : 'RED');
  });
});
