import type { FleetApiProcess } from './fleet-api-process.ts';

/** What the specs read of a snapshot: the verdict, as core has made it. */
export type ReadSnapshot = {
  readonly decision: { readonly code: string; readonly headline: string; readonly detail: string };
  readonly causes: readonly {
    readonly headline: string;
    readonly facts: readonly string[];
    readonly steps: readonly { readonly text: string }[];
  }[];
  readonly checklist: readonly {
    readonly status: string;
    readonly planned: boolean;
    readonly fact: string;
  }[];
  readonly summary: { readonly issues: readonly string[] };
  readonly served_by: { readonly host: string };
};

/** What the API says now. */
export async function readSnapshot(api: FleetApiProcess): Promise<ReadSnapshot> {
  return await (await fetch(`${api.url}/api/fleet`)).json();
}
