import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { CannotTell } from '../cannot-tell.ts';
import type { Command, Given, GivenOptions, OptionSpec } from './command.ts';

/** Reads what stands behind a command's name. Throws `CannotTell` for what the command does not take. */
export function readArguments({ name, options, word }: Command, args: readonly string[]): Given {
  const parsed = parse(name, options, args);
  const words = parsed.positionals;
  const most = word?.most ?? 0;
  const extra = words[most];
  if (extra !== undefined) {
    throw new CannotTell(`"${extra}" is one word too many; see: fleet ${name} --help`);
  }
  const given: [string, string | boolean | string[]][] = [];
  for (const [option, value] of Object.entries(parsed.values)) {
    if (Array.isArray(value)) given.push([option, itemsOf(value)]);
    else if (value !== undefined) given.push([option, value]);
  }
  return { options: Object.fromEntries(given), words };
}

function itemsOf(values: readonly (string | boolean)[]): string[] {
  return values.flatMap((value) => String(value).split(',')).filter((item) => item !== '');
}

function parse(name: string, options: Command['options'], args: readonly string[]) {
  const config = Object.entries(options).map(([option, spec]) => [option, typeOf(spec)] as const);
  try {
    return parseArgs({ args: [...args], options: Object.fromEntries(config), allowPositionals: true });
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new CannotTell(`${why}; see: fleet ${name} --help`);
  }
}

function typeOf({ value, isList }: OptionSpec) {
  return { type: value === undefined ? 'boolean' : 'string', multiple: isList ?? false } as const;
}

/** The options as a command needs them. Throws `CannotTell` with the first that is none of what it may be. */
export function readOptions<Options>(schema: z.ZodMiniType<Options>, options: GivenOptions): Options {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const option = String(issue?.path[0] ?? '');
  const value = options[option];
  const told = value === undefined ? 'is missing' : `is "${String(value)}"`;
  throw new CannotTell(`--${option} ${told}: ${issue?.message ?? 'it cannot be taken'}`);
}

/** A word of a list; `what` it must be is told by the list. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `it must be one of ${words.join(', ')}`);
}

const UNITS_MS: Readonly<Record<string, number>> = {
  '': 1000,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const LONGEST_MS = 7 * 86_400_000;

/** `30s`, `5m`, `2h`, `7d`, or seconds without a unit, in milliseconds. */
export const Duration = z.pipe(
  z.string().check(z.regex(/^\d{1,6}[smhd]?$/, 'it must be a time such as 30s, 5m or 2h')),
  z.pipe(
    z.transform((text: string) => {
      const unit = text.replace(/\d/g, '');
      return Number(text.slice(0, text.length - unit.length)) * (UNITS_MS[unit] ?? 0);
    }),
    z.number().check(z.maximum(LONGEST_MS, 'it is longer than 7d')),
  ),
);
