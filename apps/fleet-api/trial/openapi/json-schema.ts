import type * as z from 'zod';

/** A JSON schema, or any part of the description, as plain JSON. */
export type JsonSchema = { readonly [key: string]: z.core.util.JSONType };
