import openapi from '../../../docs/openapi.json' with { type: 'json' };
import { sourceFiles } from '../../arrow/source-files.ts';
import { readText } from '../pages.ts';
import { type Described, readSchemas } from './read-schemas.ts';

const CONTRACT = 'packages/fleet-core/src/contract/';
/** What stands for a value, and may stand in the plural. */
const PLAIN = /^(count|instant|object|text|whole number)\b/;
/** Longer lists have a place of their own. */
const MOST_WORDS = 8;

const HEAD = `# Fields

Every field of the answers of [the API](api.md), and what a field may hold. What the words mean is in [words](words.md) and
[codes](codes.md). An instant is RFC 3339 in UTC; a count is a whole number from zero up. This page is written by
\`pnpm docs:write\` from [openapi.json](openapi.json) and from the comments of the contract.
`;

/** A part of the description, as far as it is looked at. */
type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly 'x-extensible-enum'?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly description?: string;
};

/** The page on the fields, a table for each part of the answers that has a name. */
export function fieldsPage(): string {
  const sources = sourceFiles().filter((path) => path.startsWith(CONTRACT) && !path.endsWith('.test.ts'));
  const described = readSchemas(sources.map(readText));
  const parts: Readonly<Record<string, Schema>> = openapi.components.schemas;
  const sections = Object.entries(parts).map(([name, schema]) => {
    const of = described.get(name);
    const rows = rowsOf(schema, of, '').map((cells) => `| ${cells.join(' | ')} |\n`);
    const head = '| field | holds | what it says |\n|---|---|---|\n';
    return `\n## ${name}\n\n${of?.words || schema.description}\n\n${head}${rows.join('')}`;
  });
  return `${HEAD}${sections.join('')}`;
}

function rowsOf(schema: Schema, described: Described | undefined, before: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const of = described?.fields.get(name);
    const path = `${before}${name}`;
    const absent = schema.required?.includes(name) ? '' : ', or absent';
    const { inner, mark } = innerOf(field, '');
    const words = of?.words || (inner === undefined ? '' : of?.wordsOfMade);
    const row = [`\`${path}\``, `${formOf(field)}${absent}`, words ?? ''];
    return [row, ...(inner === undefined ? [] : rowsOf(inner, of, `${path}${mark}.`))];
  });
}

/** The object that is listed field by field below what holds it, and the brackets of the lists around it. */
function innerOf(schema: Schema, mark: string): { inner?: Schema; mark: string } {
  const [some] = alternatives(schema);
  if (some?.items !== undefined) return innerOf(some.items, `${mark}[]`);
  return some?.properties === undefined ? { mark } : { inner: some, mark };
}

function alternatives({ anyOf, ...schema }: Schema): readonly Schema[] {
  return (anyOf ?? [schema]).filter(({ type }) => type !== 'null');
}

function formOf(schema: Schema): string {
  const forms = alternatives(schema).map(formOfOne);
  return [...forms, ...(schema.anyOf?.some(({ type }) => type === 'null') ? ['null'] : [])].join(' or ');
}

function formOfOne({ $ref, type, format, minimum, items, ...schema }: Schema): string {
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? '';
    return `[${name}](#${name.toLowerCase()})`;
  }
  const words = schema['x-extensible-enum'];
  if (words !== undefined && words.length > MOST_WORDS) return 'a word';
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
  if (items !== undefined) return `list of ${formOf(items).replace(PLAIN, '$1s').replace('a word', 'words')}`;
  if (schema.additionalProperties !== undefined) return `${formOf(schema.additionalProperties)} by name`;
  if (format === 'date-time') return 'instant';
  if (type === 'integer') return minimum === 0 ? 'count' : 'whole number';
  const types = [type ?? 'anything'].flat();
  return types.map((each) => (each === 'string' ? 'text' : each)).join(' or ');
}
