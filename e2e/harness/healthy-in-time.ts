import { expect, type Page } from '@playwright/test';
import { fleetAnswer } from './fleet-answer.ts';
import { FleetInTime, type Snapshot, WELL } from './fleet-in-time.ts';
import type { FleetUnderTest } from './fleet-test.ts';
import { verdict } from './verdict.ts';

/** The page of a healthy fleet, whose time passes when told to, once it says OK. */
export async function openHealthy(fleet: FleetUnderTest, page: Page, path = '/fleet'): Promise<FleetInTime> {
  await fleet.load('dynamic-healthy');
  const api = await fleet.serve();
  // On a busy machine a part of the first may be missing.
  let snapshot: Snapshot & { readonly decision: { readonly code: string } };
  do snapshot = await (await fleetAnswer(api.url)).json();
  while (snapshot.decision.code !== 'advance');
  const inTime = await FleetInTime.open(page, api.url, { path, snapshot });
  await expect(verdict(page, 'OK')).toBeVisible();
  return inTime;
}

/** The page says OK again, all by itself, so many seconds after the API is well. */
export async function expectHealed(inTime: FleetInTime, afterSec: number): Promise<void> {
  inTime.answering = WELL;
  await inTime.pass(afterSec);
  await expect(verdict(inTime.page, 'OK')).toBeVisible();
}
