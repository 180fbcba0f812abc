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
  if ((def.checks ?? []).length > 0 || traits.has('$ZodCheck')) return asksSchema(schema);
  if (schema instanceof z.core.$ZodString) return isA('string');
  if (schema instanceof z.core.$ZodNumber) return Number.isFinite;
  if (schema instanceof z.core.$ZodBoolean) return isA('boolean');
  if (schema instanceof z.core.$ZodNullable) return either(null, testOf(schema._zod.def.innerType));
  if (schema instanceof z.core.$ZodOptional) return either(undefined, testOf(schema._zod.def.innerType));
  if (schema instanceof z.core.$ZodDefault || schema instanceof z.core.$ZodCatch)
    return testOf(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodArray) return isArrayOf(testOf(schema._zod.def.element));
  if (schema instanceof z.core.$ZodObject && schema._zod.def.catchall === undefined)
    return hasFields(Object.entries(schema._zod.def.shape).map(([name, field]) => [name, testOf(field)]));
  return asksSchema(schema);
}

const isCount: Test = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isA =
  (kind: 'string' | 'boolean'): Test =>
  (value) =>
    typeof value === kind;

const either =
  (one: null | undefined, test: Test): Test =>
  (value) =>
    value === one || test(value);

const isArrayOf =
  (item: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(item);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasFields =
  (fields: readonly (readonly [string, Test])[]): Test =>
  (value) =>
    isObject(value) && fields.every(([name, test]) => test(value[name]));

/** For a schema that is more than its kind. */
const asksSchema =
  (schema: z.core.$ZodType): Test =>
  (value) => {
    if (value === undefined) return false;
    const read = z.safeParse(schema, value);
    return read.success && read.data === value;
  };
