import type { BucketRange } from '../contract/bucket-coverage.ts';
import type { ExpectedOwnership } from '../contract/fleet-snapshot.ts';
import { bucketRangeText } from '../rules/text/bucket-range-text.ts';
import { CATALOGUE } from '../rules/verdict/catalogue/catalogue.ts';
import type { PlanFile } from './plan-schema.ts';

/** The settings that a plan must fit. */
export type PlanSettings = {
  readonly bucket_total: number;
  readonly expected_ownership: ExpectedOwnership | null;
};

/** What is wrong with a plan whose parts are right by themselves. */
export function wholeFaults(plan: PlanFile, settings: PlanSettings): string[] {
  return [
    ...stageFaults(plan, settings),
    ...plan.monitors.flatMap((monitor, place) => rangeFaults(monitor, place, settings)),
    ...overlapFaults(plan),
    ...twiceFaults(
      'monitors',
      plan.monitors.map(({ host_id }) => host_id),
    ),
    ...twiceFaults('deliverers', plan.deliverers),
    ...twiceFaults('retired', plan.retired),
    ...retiredFaults(plan),
    ...muteFaults(plan),
  ];
}

function stageFaults({ stage }: PlanFile, { expected_ownership }: PlanSettings): string[] {
  const isOther = stage != null && expected_ownership !== null && stage !== expected_ownership;
  return isOther ? [`stage is "${stage}", and FLEET_EXPECTED_OWNERSHIP is ${expected_ownership}`] : [];
}

type Monitor = PlanFile['monitors'][number];

function rangeFaults({ bucket_min, bucket_max }: Monitor, place: number, settings: PlanSettings): string[] {
  const min = bucket_min ?? null;
  const max = bucket_max ?? null;
  if (min === null && max === null) return [];
  const where = `monitors[${place}]`;
  if (max === null) return [`${where} has a bucket_min and no bucket_max`];
  if (min === null) return [`${where} has a bucket_max and no bucket_min`];
  if (max < min) return [`${where} has the range ${min}-${max}, which is upside down`];
  const total = settings.bucket_total;
  // Without a total nothing lies beyond it.
  return total > 0 && max >= total
    ? [`${where}.bucket_max is ${max}, and the last bucket is ${total - 1} (BUCKET_TOTAL is ${total})`]
    : [];
}

function overlapFaults({ monitors }: PlanFile): string[] {
  const inOrder = monitors.flatMap(rangeOf).toSorted((a, b) => a.range.min - b.range.min);
  let widest = inOrder[0];
  for (const next of inOrder.slice(1)) {
    if (widest === undefined) break;
    if (next.range.min <= widest.range.max) {
      const shared = { min: next.range.min, max: Math.min(next.range.max, widest.range.max) };
      const [a, b] = [widest.host_id, next.host_id].map((host) => JSON.stringify(host));
      return [`monitors ${a} and ${b} both have ${bucketRangeText(shared)}`];
    }
    widest = next;
  }
  return [];
}

function rangeOf({ host_id, bucket_min, bucket_max }: Monitor): { host_id: string; range: BucketRange }[] {
  const isRange = bucket_min != null && bucket_max != null && bucket_min <= bucket_max;
  return isRange ? [{ host_id, range: { min: bucket_min, max: bucket_max } }] : [];
}

function twiceFaults(list: string, names: readonly string[]): string[] {
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  return twice === undefined ? [] : [`${list} has ${JSON.stringify(twice)} twice`];
}

function retiredFaults({ monitors, deliverers, retired }: PlanFile): string[] {
  const listOf = new Map([
    ...deliverers.map((host) => [host, 'deliverers'] as const),
    ...monitors.map(({ host_id }) => [host_id, 'monitors'] as const),
  ]);
  return retired.flatMap((name, place) => {
    const list = listOf.get(name);
    return list === undefined ? [] : [`retired[${place}] is ${JSON.stringify(name)}, which ${list} has too`];
  });
}

function muteFaults({ muted }: PlanFile): string[] {
  return muted.flatMap(({ code }, place) =>
    CATALOGUE[code].neverMuted
      ? [`muted[${place}].code is "${code}", which cannot be muted: change the plan`]
      : [],
  );
}
