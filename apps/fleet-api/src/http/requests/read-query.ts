import * as z from 'zod/mini';

/** What is asked for after the `?` cannot be taken. */
export class BadQuery extends Error {
  override readonly name = 'BadQuery';
}

/**
 * The parameters of a request, each given at most once and known to the schema. Throws `BadQuery` with a sentence for the
 * client that names the parameter and what is wrong with it.
 */
export function readQuery<Schema extends z.core.$ZodType>(target: string, schema: Schema): z.output<Schema> {
  const at = target.indexOf('?');
  const given = new URLSearchParams(at === -1 ? '' : target.slice(at + 1));
  const names = [...given.keys()];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new BadQuery(`Parameter ${told(twice)} is given twice.`);
  const parsed = z.safeParse(schema, Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw new BadQuery(parsed.error.issues.map(toSentence).join(' '));
}

function toSentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `There is no parameter ${issue.keys.map(told).join(', ')}.`;
  const name = issue.path[0];
  return name === undefined ? `${issue.message}.` : `Parameter ${told(String(name))}: ${issue.message}.`;
}

/** What a client has sent goes back to it short, and as JSON, whatever is in it. */
export function told(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
