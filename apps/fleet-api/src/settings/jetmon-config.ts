import { readFileSync, statSync } from 'node:fs';

/** What of Jetmon's configuration counts here, as text, and what is wrong with it; no value is repeated. */
export type JetmonConfig = {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
};

const MOST_BYTES = 1_048_576;

/** Reads those of these keys that the file has: texts, numbers, and yes or no as 1 or 0. Other keys are none of ours. */
export function readJetmonConfig(path: string, names: readonly string[]): JetmonConfig {
  const read = readObject(path);
  if (typeof read === 'string') return { values: {}, faults: [read] };
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of names) {
    const text = textOf(read.get(name));
    if (text === undefined) faults.push(`its ${name} must be a text or a number`);
    else if (text !== '') values[name] = text;
  }
  return { values, faults };
}

function readObject(path: string): ReadonlyMap<string, unknown> | string {
  let text: string;
  try {
    const found = statSync(path);
    if (!found.isFile()) return 'is no file';
    if (found.size > MOST_BYTES) return `is larger than ${MOST_BYTES} bytes: is it Jetmon's config.json?`;
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return `cannot be read${error instanceof Error && 'code' in error ? ` (${error.code})` : ''}`;
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no JSON object';
    return new Map<string, unknown>(Object.entries(value));
  } catch {
    // What the parser says quotes the file, and with it perhaps the password.
    return 'is no JSON';
  }
}

/** Empty for what is not set, undefined for what cannot be a setting. */
function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? '1' : '0';
    default:
      return value === undefined || value === null ? '' : undefined;
  }
}
