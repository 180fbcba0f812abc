import { describe, expect, it } from 'vitest';
import { brokenPromises } from './broken-promises.ts';
import { Description } from './description.ts';

type Parts = {
  readonly schema?: object;
  readonly parameters?: readonly object[];
  readonly paths?: object;
};

const FIELDS = {
  type: 'object',
  properties: {
    count: { type: 'integer', minimum: 0 },
    code: { type: 'string', 'x-extensible-enum': ['a', 'b'] },
    at: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
    list: { type: 'array', items: { type: 'string' } },
  },
  required: ['count', 'code', 'at'],
};

function describing({ schema = FIELDS, parameters = [], paths }: Parts = {}): Description {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
  const get = { parameters, responses: { 200: { content } } };
  return Description.parse({
    info: { version: '1' },
    paths: paths ?? { '/thing': { get } },
    components: { schemas: { Thing: schema } },
  });
}

/** The same fields with others where told; undefined takes one away. */
function fields(changes: Record<string, object | undefined>, required = FIELDS.required): object {
  const properties = Object.fromEntries(
    Object.entries({ ...FIELDS.properties, ...changes }).filter(([, schema]) => schema !== undefined),
  );
  return { ...FIELDS, properties, required };
}

const broken = (schema: object) => brokenPromises(describing(), describing({ schema }));

it('what is as it was breaks nothing', () => {
  expect(broken(FIELDS)).toEqual([]);
});

describe('additions break nothing', () => {
  it.each([
    ['a field', fields({ more: { type: 'string' } })],
    ['a word', fields({ code: { type: 'string', 'x-extensible-enum': ['a', 'b', 'c'] } })],
    ['what may be left out is always there', fields({}, [...FIELDS.required, 'list'])],
    ['what may be null is not', fields({ at: { type: 'string', format: 'date-time' } })],
    ['a narrower number', fields({ count: { type: 'integer', minimum: 1 } })],
  ])('%s', (_, schema) => {
    expect(broken(schema)).toEqual([]);
  });

  it('a path, and a parameter that may be left out', () => {
    const parameters = [{ name: 'p', schema: { type: 'string' } }];
    expect(brokenPromises(describing(), describing({ parameters }))).toEqual([]);
    expect(brokenPromises(describing({ paths: {} }), describing())).toEqual([]);
  });
});

describe('what readers rely on is not taken away', () => {
  it.each([
    ['a field', fields({ list: undefined }), 'Thing.list is gone'],
    ['a field that was always there', fields({}, ['count', 'code']), 'Thing.at may be left out'],
    [
      'a word',
      fields({ code: { type: 'string', 'x-extensible-enum': ['a'] } }),
      'Thing.code is never b any more',
    ],
    ['a limit', fields({ count: { type: 'integer' } }), 'Thing.count may be below 0'],
    [
      'that it is never null',
      fields({ count: { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] } }),
      'Thing.count may be null, and was integer',
    ],
    ['its type', fields({ count: { type: 'string' } }), 'Thing.count may be string, and was integer'],
    [
      'that it is an instant',
      fields({ at: { type: 'string' } }),
      'Thing.at may be string, and was string date-time or null',
    ],
    [
      'the type of its items',
      fields({ list: { type: 'array', items: { type: 'integer' } } }),
      'Thing.list[] may be integer, and was string',
    ],
    [
      'that anything is known of its items',
      fields({ list: { type: 'array' } }),
      'Thing.list[] may be anything',
    ],
  ])('%s', (_, schema, told) => {
    expect(broken(schema)).toEqual([told]);
  });

  it('a path, an answer, a schema', () => {
    expect(brokenPromises(describing(), describing({ paths: {} }))).toEqual(['/thing is gone']);
    const get = { responses: { 200: { content: {} } } };
    expect(brokenPromises(describing(), describing({ paths: { '/thing': { get } } }))).toEqual([
      '/thing 200 application/json is gone',
    ]);
  });
});

describe('what may be asked stays so', () => {
  const word = (words: string[], more: object = {}) => [
    { name: 'p', ...more, schema: { type: 'string', enum: words } },
  ];
  const asked = (before: readonly object[], now: readonly object[]) =>
    brokenPromises(describing({ parameters: before }), describing({ parameters: now }));

  it.each([
    [
      'a parameter that must be given is new',
      [],
      word(['a'], { required: true }),
      '/thing?p is new and must be given',
    ],
    ['a parameter must be given', word(['a']), word(['a'], { required: true }), '/thing?p must be given now'],
    ['a parameter is gone', word(['a']), [], '/thing?p is no longer taken'],
    ['a word is refused', word(['a', 'b']), word(['a']), '/thing?p no longer takes b'],
  ])('%s', (_, before, now, told) => {
    expect(asked(before, now)).toEqual([told]);
  });

  it('another word breaks nothing', () => {
    expect(asked(word(['a']), word(['a', 'b']))).toEqual([]);
  });
});
