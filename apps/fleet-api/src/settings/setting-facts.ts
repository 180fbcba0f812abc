import * as z from 'zod/mini';

/** What people are told of a setting beside its name and its default. */
export type SettingFacts = {
  /** Markdown. */
  readonly meaning: string;
  /** What it is when it is not set, where that is neither its default nor nothing. */
  readonly absent?: string;
};

export const FACTS = z.registry<SettingFacts>();

const SECRETS: ReadonlySet<string> = new Set(['DB_PASSWORD']);

/** Whether the value of a setting is never shown. */
export function isSecret(name: string): boolean {
  return SECRETS.has(name);
}
