import { writeFile } from 'node:fs/promises';

/** Writes a plan to a file at this path. Returns the settings by which an API has it. */
export async function writePlan(path: string, plan: unknown): Promise<Record<string, string>> {
  await writeFile(path, JSON.stringify(plan));
  return { FLEET_PLAN_FILE: path };
}
