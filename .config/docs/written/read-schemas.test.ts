import { expect, it } from 'vitest';
import { readSchemas } from './read-schemas.ts';

const RANGE = `/** Buckets. */
export const Range = z.object({
  /** The first. */
  min: z.int(),
  max: z.int(),
});`;

const words = (source: string, name: string, ...path: string[]) => {
  let described = readSchemas([RANGE, source]).get(name);
  for (const field of path) described = described?.fields.get(field);
  return described?.words;
};

it('a schema and its fields are described by the comments before them, on one line each', () => {
  expect(words('', 'Range')).toBe('Buckets.');
  expect(words('', 'Range', 'min')).toBe('The first.');
  expect(words('', 'Range', 'max')).toBe('');
  expect(words('/**\n * Two\n * lines.\n */\nexport const A = z.object({});', 'A')).toBe('Two lines.');
});

it('a field that is made of another schema has its fields, whatever is around it', () => {
  expect(words('const A = z.object({ held: z._default(z.array(Range), []) });', 'A', 'held', 'min')).toBe(
    'The first.',
  );
  expect(
    readSchemas([RANGE, 'const A = z.object({ held: z.array(Range) });']).get('A')?.fields.get('held')
      ?.wordsOfMade,
  ).toBe('Buckets.');
});

it('what is spread or extended has its words as well, and its own field goes before', () => {
  expect(words('const A = z.object({ ...z.pick(Range, { min: true }).shape });', 'A', 'min')).toBe('');
  expect(words('const A = z.extend(Range, { max: z.int() });', 'A', 'min')).toBe('The first.');
  expect(words('const A = z.extend(Range, { /** Mine. */ min: z.int() });', 'A', 'min')).toBe('Mine.');
});
