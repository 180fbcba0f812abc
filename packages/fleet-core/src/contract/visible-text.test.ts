import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visibleJson, visibleText } from './visible-text.ts';

it.each([
  ['a right-to-left override', 'jetmon-\u202e321', 'jetmon-\\u202e321'],
  ['an isolate', '\u2067a', '\\u2067a'],
  ['a zero-width space', 'jetmon-a\u200b', 'jetmon-a\\u200b'],
  ['a zero-width non-joiner', 'jet\u200cmon', 'jet\\u200cmon'],
  ['a byte order mark', '\ufeffjetmon-a', '\\ufeffjetmon-a'],
  ['a line break', 'jet\nmon', 'jet\\nmon'],
  ['a tab', 'jet\tmon', 'jet\\u0009mon'],
  ['an escape, as terminals take it', '\u001b[31mred', '\\u001b[31mred'],
  ['a control of the second kind', '\u009b31m', '\\u009b31m'],
  ['a soft hyphen', 'jet\u00admon', 'jet\\u00admon'],
  ['a line separator', 'a\u2028b', 'a\\u2028b'],
  ['a blank that does not break', 'a\u00a0b', 'a\\u00a0b'],
  ['a blank of no dots', 'a\u2800b', 'a\\u2800b'],
  ['a filler', 'a\u3164b', 'a\\u3164b'],
  ['a combining mark', 'e\u0301', 'e\\u0301'],
  ['a variation selector', 'a\ufe0f', 'a\\ufe0f'],
  ['a tag beyond U+FFFF', 'a\u{e0041}', 'a\\u{e0041}'],
  ['the first half of a pair', 'a\ud83d', 'a\\ud83d'],
  ['the second half of a pair', '\ude00a', '\\ude00a'],
])('shows %s by its number', (_, text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

it.each([
  '',
  'jetmon-a holds 166–332 since 14:02; “ok” … (80 %)',
  'é ü ß Ж שרת-1 مراقب 監視 हिन्दी',
  '😀 \u{10000}',
  '\\u202e',
])('leaves %j as it is', (text) => {
  expect(visibleText(text)).toBe(text);
});

const arbitraryText = fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)) });

it('shows a text that is shown already as it is', () => {
  fc.assert(fc.property(arbitraryText, (text) => visibleText(visibleText(text)) === visibleText(text)));
});

it('JSON with its unseen characters escaped is JSON for the same value, laid out in the same lines', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const json = JSON.stringify({ text }, null, 2);
      const visible = visibleJson(json);
      expect(JSON.parse(visible)).toEqual({ text });
      expect(visible.split('\n').length).toBe(3);
      expect(visibleText(visible.replaceAll('\n', ' '))).toBe(visible.replaceAll('\n', ' '));
    }),
  );
});
