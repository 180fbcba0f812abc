import { describe, expect, it } from 'vitest';
import { printableLines, printableValue } from './printable.ts';

describe('lines from outside', () => {
  it.each([
    ['plain text, in any script', 'jetmon-b: geprüft ✓ 日本', 'jetmon-b: geprüft ✓ 日本'],
    ['a colour', '\u001b[31mred', '\\u001b[31mred'],
    ['the title of a window', '\u001b]0;owned\u0007', '\\u001b]0;owned\\u0007'],
    ['the same in one byte', '\u009d0;owned\u009c', '\\u009d0;owned\\u009c'],
    ['a carriage return that writes over', 'red\rgreen', 'red\\u000dgreen'],
    ['a backspace', 'red\b\b\bok', 'red\\u0008\\u0008\\u0008ok'],
    ['a turned direction', 'a\u202eb', 'a\\u202eb'],
    ['a line end of Unicode', 'a\u2028b', 'a\\u2028b'],
    ['lines of their own', 'a\nb', 'a\nb'],
  ])('with %s show it and do nothing', (_, text, expected) => {
    expect(printableLines(text)).toBe(expected);
  });
});

it('a value has all its texts made printable, names of fields too; only a step keeps its lines', () => {
  const value = JSON.parse(
    '{"a\\u001b":[{"host":"b\\nc","text":"SELECT 1\\nFROM \\u001bd"}],"__proto__":"e\\u0007","n":1,"x":null}',
  );
  expect(JSON.stringify(printableValue(value))).toBe(
    '{"a\\\\u001b":[{"host":"b\\\\nc","text":"SELECT 1\\nFROM \\\\u001bd"}],"__proto__":"e\\\\u0007","n":1,"x":null}',
  );
});
