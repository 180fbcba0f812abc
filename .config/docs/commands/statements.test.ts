import {
  BucketCoverage,
  BucketOverlap,
  BucketOwner,
  BucketRange,
  LockedRange,
  PinnedRange,
} from 'fleet-core/contract/bucket-coverage';
import { DeliveryPosture, DeliveryTable } from 'fleet-core/contract/delivery';
import { Dependency } from 'fleet-core/contract/dependency';
import { Process, VersionCount } from 'fleet-core/contract/process';
import { ProjectionDrift } from 'fleet-core/contract/projection-drift';
import { SiteActivity } from 'fleet-core/contract/site-activity';
import { Verifliers } from 'fleet-core/contract/verifliers';
import { expect, it } from 'vitest';
import { commandBlocks } from './command-blocks.ts';

/** The parts of a snapshot that are counted in the database, by their paths. */
const COUNTED = {
  processes: Process,
  versions: VersionCount,
  dependencies: Dependency,
  bucket_coverage: BucketCoverage,
  'bucket_coverage.hosts': BucketOwner,
  'bucket_coverage.gaps': BucketRange,
  'bucket_coverage.overlaps': BucketOverlap,
  'bucket_coverage.pinned': PinnedRange,
  'bucket_coverage.locks': LockedRange,
  'delivery.tables': DeliveryTable,
  'delivery.posture': DeliveryPosture,
  projection_drift: ProjectionDrift,
  site_activity: SiteActivity,
  verifliers: Verifliers,
};
/** A setting, and how many names a long list leaves out. */
const NOT_COUNTED = ['bucket_total', 'more_hosts'];

it.each(Object.entries(COUNTED))(
  'each number of %s has a statement by which people can check it',
  (path, { shape }) => {
    const given = commandBlocks('sql').filter(({ marks }) => marks.get('gives') === path);
    const words = new Set(given.flatMap(({ text }) => text.match(/\w+/g) ?? []));
    const numbers = Object.entries(shape)
      .filter(([name, field]) => isNumber(field) && !NOT_COUNTED.includes(name))
      .map(([name]) => name);
    expect(numbers.filter((name) => !words.has(name))).toEqual([]);
  },
);

function isNumber(field: { safeParse(value: unknown): { success: boolean } }): boolean {
  return field.safeParse(7).success && !field.safeParse('seven').success;
}
