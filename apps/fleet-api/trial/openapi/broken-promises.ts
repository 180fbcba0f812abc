import type { Description } from './description.ts';
import { schemaBreaks } from './schema-breaks.ts';

/** What `now` no longer promises to readers of `before`, a sentence each: additions are no such thing. */
export function brokenPromises(before: Description, now: Description): string[] {
  const broken: string[] = [];
  for (const [path, { get: was }] of Object.entries(before.paths)) {
    const is = now.paths[path]?.get;
    if (is === undefined) {
      broken.push(`${path} is gone`);
      continue;
    }
    broken.push(...parameterBreaks(path, was.parameters, is.parameters));
    for (const [status, { content }] of Object.entries(was.responses)) {
      for (const [type, { schema }] of Object.entries(content)) {
        const place = `${path} ${status} ${type}`;
        const present = is.responses[status]?.content[type]?.schema;
        if (present === undefined) broken.push(`${place} is gone`);
        else broken.push(...schemaBreaks(place, schema, present));
      }
    }
  }
  for (const [name, schema] of Object.entries(before.components.schemas)) {
    const present = now.components.schemas[name];
    if (present === undefined) broken.push(`${name} is gone`);
    else broken.push(...schemaBreaks(name, schema, present));
  }
  return broken;
}

type Parameters = Description['paths'][string]['get']['parameters'];

function parameterBreaks(path: string, before: Parameters, now: Parameters): string[] {
  const lost = before.flatMap(({ name, required, schema }) => {
    const place = `${path}?${name}`;
    const present = now.find((parameter) => parameter.name === name);
    if (present === undefined) return [`${place} is no longer taken`];
    return [
      ...(present.required === true && required !== true ? [`${place} must be given now`] : []),
      ...refusedWords(schema, present.schema).map((word) => `${place} no longer takes ${word}`),
    ];
  });
  const added = now.filter(({ name }) => !before.some((parameter) => parameter.name === name));
  const needed = added.filter(({ required }) => required === true);
  return [...lost, ...needed.map(({ name }) => `${path}?${name} is new and must be given`)];
}

type Schema = Parameters[number]['schema'];

function refusedWords(before: Schema, now: Schema): string[] {
  const present = wordsOf(now);
  if (present.length === 0) return [];
  const past = wordsOf(before);
  return past.length === 0 ? ['any word'] : past.filter((word) => !present.includes(word));
}

function wordsOf({ enum: words, items }: Schema): string[] {
  const own = words ?? (typeof items === 'object' && items !== null && 'enum' in items ? items.enum : []);
  return Array.isArray(own) ? own.map(String) : [];
}
