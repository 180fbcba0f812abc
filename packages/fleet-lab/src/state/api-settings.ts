import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FleetState } from './fleet-state.ts';

/**
 * The environment variables by which the API judges a state under the state's own settings. Its plan, where it has one, is
 * written to a file in the directory.
 */
export async function apiSettings(
  state: Omit<FleetState, 'rows'>,
  directory: string,
): Promise<Record<string, string>> {
  const { bucket_total, heartbeat_grace_sec, expected_ownership, plan_file } = state;
  const planPath = join(directory, 'plan.json');
  if (plan_file !== undefined) await writeFile(planPath, plan_file);
  return {
    BUCKET_TOTAL: String(bucket_total),
    BUCKET_HEARTBEAT_GRACE_SEC: String(heartbeat_grace_sec),
    ...(expected_ownership === undefined ? {} : { FLEET_EXPECTED_OWNERSHIP: expected_ownership }),
    ...(plan_file === undefined ? {} : { FLEET_PLAN_FILE: planPath }),
  };
}
