import './csp-safe-zod.ts';
import { Count } from 'fleet-core/contract/scalars';
import * as z from 'zod/mini';

type Test = (value: unknown) => boolean;

/**
 * What a schema's `safeParse` says, at a fraction of its cost for a large answer: a value that needs no change is
 * given back itself, with the fields that the schema does not know. Everything else is read by the schema.
 */
export function inPlaceReader<Schema extends z.core.$ZodType>(schema: Schema) {
  const test = testOf(schema);
  const fits = (value: unknown): value is z.output<Schema> => test(value);
  return (value: unknown) =>
    fits(value) ? { success: true as const, data: value } : z.safeParse(schema, value);
}

/** Says yes to nothing that the schema would refuse or change. Its no decides nothing. */
function testOf(schema: z.core.$ZodType): Test {
  if (schema === Count) return isCount;
  const { def, traits } = schema._zod;
  if ((def.checks ?? []).length > 0) return asksSchema(schema);
  if (schema instanceof z.core.$ZodCustom) return isTrueOf(schema._zod.def.fn);
  if (schema instanceof z.core.$ZodISODateTime && schema._zod.def.pattern !== undefined)
    return isLike(schema._zod.def.pattern);
  if (schema instanceof z.core.$ZodNumberFormat && schema._zod.def.format === 'safeint')
    return Number.isSafeInteger;
  if (traits.has('$ZodCheck')) return asksSchema(schema);
  if (schema instanceof z.core.$ZodString) return isA('string');
  if (schema instanceof z.core.$ZodNumber) return Number.isFinite;
  if (schema instanceof z.core.$ZodBoolean) return isA('boolean');
  if (schema instanceof z.core.$ZodNullable) return either(null, testOf(schema._zod.def.innerType));
  if (schema instanceof z.core.$ZodOptional) return either(undefined, testOf(schema._zod.def.innerType));
  if (schema instanceof z.core.$ZodDefault || schema instanceof z.core.$ZodCatch)
    return testOf(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodArray) return isArrayOf(testOf(schema._zod.def.element));
  if (schema instanceof z.core.$ZodObject && schema._zod.def.catchall === undefined)
    return hasFields(Object.keys(schema._zod.def.shape), Object.values(schema._zod.def.shape).map(testOf));
  return asksSchema(schema);
}

const isCount: Test = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isTrueOf =
  (asked: (value: unknown) => unknown): Test =>
  (value) =>
    Boolean(asked(value));

const isLike =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const isA =
  (kind: 'string' | 'boolean'): Test =>
  (value) =>
    typeof value === kind;

const either =
  (one: null | undefined, test: Test): Test =>
  (value) =>
    value === one || test(value);

// Loops, and no closures or pairs taken apart: this is done for every value of every poll.
const isArrayOf =
  (test: Test): Test =>
  (value) => {
    if (!Array.isArray(value)) return false;
    for (let i = 0; i < value.length; i++) if (!test(value[i])) return false;
    return true;
  };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The rows of an answer have the same fields in the same order, so these are gone through as the last object had them:
 * looking each field up by its name costs twice as much. What has others is looked up, and remembered for the next.
 */
const hasFields = (names: readonly string[], tests: readonly Test[]): Test => {
  const testOf = new Map(names.map((name, i) => [name, tests[i] ?? isRefused]));
  let order: readonly string[] = [];
  let inOrder: readonly Test[] = [];
  const hasAll = (value: Readonly<Record<string, unknown>>) => {
    for (const [name, test] of testOf) if (!test(value[name])) return false;
    order = Object.keys(value);
    inOrder = order.map((name) => testOf.get(name) ?? isAnything);
    return true;
  };
  return (value) => {
    if (!isObject(value)) return false;
    let i = 0;
    for (const name in value) {
      if (name !== order[i]) return hasAll(value);
      if (!inOrder[i]?.(value[name])) return false;
      i++;
    }
    return i > 0 && i === order.length ? true : hasAll(value);
  };
};

const isAnything: Test = () => true;

const isRefused: Test = () => false;

/** For a schema that is more than its kind. */
const asksSchema =
  (schema: z.core.$ZodType): Test =>
  (value) => {
    if (value === undefined) return false;
    const read = z.safeParse(schema, value);
    return read.success && read.data === value;
  };
