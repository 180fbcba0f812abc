import { expect, type Locator } from '@playwright/test';
import { fleetAnswer } from './fleet-answer.ts';
import type { FleetApiProcess } from './fleet-api-process.ts';

/** What the specs read of a snapshot: the verdict, as core has made it. */
export type ReadSnapshot = {
  readonly decision: { readonly code: string; readonly headline: string; readonly detail: string };
  readonly causes: readonly {
    readonly planned: boolean;
    readonly muted?: object;
    readonly subject: { readonly kind: string; readonly ids: readonly string[] };
    readonly title: string;
    readonly hosts: readonly string[];
    readonly headline: string;
    readonly facts: readonly string[];
    readonly issue_refs: readonly number[];
    readonly steps: readonly {
      readonly text: string;
      readonly command?: { readonly kind: string; readonly text: string };
    }[];
  }[];
  readonly checklist: readonly {
    readonly status: string;
    readonly planned: boolean;
    readonly fact: string;
    readonly brief: string;
  }[];
  readonly summary: {
    readonly issues: readonly string[];
    readonly issue_details: readonly { readonly code: string }[];
  };
  readonly served_by: { readonly host: string };
};

/** What the API says now. */
export async function readSnapshot(api: FleetApiProcess): Promise<ReadSnapshot> {
  return await (await fleetAnswer(api.url)).json();
}

/**
 * What the API says once `place` shows its headline. Read anew until both are of one age: one in the words of a headline may go on
 * between the page's answer and ours.
 */
export async function snapshotShown(api: FleetApiProcess, place: Locator): Promise<ReadSnapshot> {
  let snapshot = await readSnapshot(api);
  await expect(async () => {
    snapshot = await readSnapshot(api);
    await expect(place).toContainText(snapshot.decision.headline, { timeout: 8_000 });
  }).toPass();
  return snapshot;
}
