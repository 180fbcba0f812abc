import { Environment } from './environment.ts';
import type { GivenSettings } from './given-settings.ts';
import { holdsCredentials } from './published-address.ts';
import { FACTS, isSecret } from './setting-facts.ts';

/** One setting as it counts. */
export type EffectiveSetting = {
  readonly name: string;
  /** For people; a secret is masked. */
  readonly shown: string;
  /** `environment`, `default`, or the path of a file. */
  readonly origin: string;
};

const MASKED = '********';

/** All settings, in the order in which they are described. */
export function effectiveSettings({ values, files }: GivenSettings): EffectiveSetting[] {
  return Object.keys(Environment.shape).map((name) => {
    const value = values[name];
    if (value === undefined) return { name, shown: shownDefault(name), origin: 'default' };
    const shown = isSecret(name) || holdsCredentials(value) ? MASKED : value;
    return { name, shown, origin: files[name] ?? 'environment' };
  });
}

function shownDefault(name: string): string {
  const { text, absent } = defaultOf(name);
  return text ?? `(${absent ?? 'none'})`;
}

/** The default of a setting as one would write it, or what it is without one. */
export function defaultOf(name: string): {
  readonly text?: string;
  readonly absent?: string;
  readonly isRequired: boolean;
} {
  const schema = Object.entries(Environment.shape).find(([known]) => known === name)?.[1];
  const absent = schema && FACTS.get(schema)?.absent;
  const parsed = schema?.safeParse(undefined);
  const value = parsed?.success ? parsed.data : undefined;
  const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return {
    ...(isText ? { text: String(value) } : {}),
    ...(absent === undefined ? {} : { absent }),
    isRequired: parsed?.success === false,
  };
}
