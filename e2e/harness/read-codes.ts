import type { FleetApiProcess } from './fleet-api-process.ts';

/** What the specs read of a code: what it means, and its steps. */
export type ReadCode = {
  readonly code: string;
  readonly meaning: string;
  readonly step_details: readonly {
    readonly text: string;
    readonly command?: { readonly kind: string; readonly text: string };
  }[];
};

/** Every code that the API tells of. */
export async function readCodes(api: FleetApiProcess): Promise<readonly ReadCode[]> {
  const { codes } = await (await fetch(`${api.url}/api/fleet/codes`)).json();
  return codes;
}
