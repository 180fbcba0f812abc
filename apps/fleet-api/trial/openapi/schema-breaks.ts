import * as z from 'zod';

type Json = z.core.util.JSONType;
type Schema = { readonly [key: string]: Json };

const Words = z.array(z.string());
const Open = z.object({ 'x-extensible-enum': z._default(Words, []), required: z._default(Words, []) });
const AnySchema = z.record(z.string(), z.json());
const Fields = z._default(z.record(z.string(), AnySchema), {});
const Alternatives = z.array(AnySchema);

/** What an answer of schema `now` may hold that one of schema `before` could not, or no longer holds for sure. */
export function schemaBreaks(place: string, before: Schema, now: Schema): string[] {
  const past = alternatives(before);
  return alternatives(now).flatMap((present) => {
    const like = past.find((alternative) => kindOf(alternative) === kindOf(present));
    if (like === undefined)
      return [`${place} may be ${kindOf(present)}, and was ${past.map(kindOf).join(' or ')}`];
    return sameKindBreaks(place, like, present);
  });
}

function alternatives(schema: Schema): Schema[] {
  return 'anyOf' in schema ? Alternatives.parse(schema.anyOf).flatMap(alternatives) : [schema];
}

/** A reference is a kind of its own: what is named is compared once, by its name. */
function kindOf({ $ref, type, format }: Schema): string {
  if ($ref !== undefined) return String($ref).replace('#/components/schemas/', '');
  return [type ?? 'anything', ...(format === undefined ? [] : [format])].join(' ');
}

function sameKindBreaks(place: string, before: Schema, now: Schema): string[] {
  const past = Open.parse(before);
  const present = Open.parse(now);
  const words = past['x-extensible-enum'].filter((word) => !present['x-extensible-enum'].includes(word));
  const presentFields = Fields.parse(now.properties);
  const fields = Object.entries(Fields.parse(before.properties)).flatMap(([name, schema]) => {
    const field = `${place}.${name}`;
    const is = presentFields[name];
    if (is === undefined) return [`${field} is gone`];
    const isLoose = past.required.includes(name) && !present.required.includes(name);
    return [...(isLoose ? [`${field} may be left out`] : []), ...schemaBreaks(field, schema, is)];
  });
  return [
    ...words.map((word) => `${place} is never ${word} any more`),
    ...fields,
    ...innerBreaks(`${place}[]`, before.items, now.items),
    ...innerBreaks(`${place}.*`, before.additionalProperties, now.additionalProperties),
    ...limitBreaks(place, before, now),
  ];
}

function innerBreaks(place: string, before: Json | undefined, now: Json | undefined): string[] {
  const past = AnySchema.safeParse(before);
  if (!past.success) return [];
  const present = AnySchema.safeParse(now);
  return present.success ? schemaBreaks(place, past.data, present.data) : [`${place} may be anything`];
}

function limitBreaks(place: string, before: Schema, now: Schema): string[] {
  const least = before.minimum;
  if (typeof least !== 'number') return [];
  return typeof now.minimum === 'number' && now.minimum >= least ? [] : [`${place} may be below ${least}`];
}
