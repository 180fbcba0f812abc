import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { FleetStateRows } from './fleet-state.ts';

/** A database state with the verdict it must get: `expect` mirrors the snapshot, `texts` holds its sentences. */
export const LabelledState = z.strictObject({
  name: z.string(),
  bucket_total: z.number(),
  heartbeat_grace_sec: z.number(),
  rows: FleetStateRows,
  expect: z.json(),
  texts: z.optional(z.record(z.string(), z.json())),
});
export type LabelledState = z.infer<typeof LabelledState>;

/** The labelled fleet states, 80 of them. */
export function labelledStates(): LabelledState[] {
  return z.array(LabelledState).parse(readJson('scenarios.json'));
}

/** The worked example of a pinned rollout: three monitors, one deliverer, amber because ownership is pinned. */
export function seedExample(): LabelledState {
  return LabelledState.parse(readJson('seed-example.json'));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../states/${file}`, import.meta.url), 'utf8'));
}
