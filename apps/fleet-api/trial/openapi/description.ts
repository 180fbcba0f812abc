import * as z from 'zod';

const Schema = z.record(z.string(), z.json());
const Parameter = z.object({ name: z.string(), required: z.optional(z.boolean()), schema: Schema });
const Content = z.record(z.string(), z.object({ schema: Schema }));
const Operation = z.object({
  parameters: z._default(z.array(Parameter), []),
  responses: z.record(z.string(), z.object({ content: z._default(Content, {}) })),
});

/** What of a description its readers rely on. */
export const Description = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), z.object({ get: Operation })),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
export type Description = z.infer<typeof Description>;
