import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import { makeContext } from '../../testing/make/make-context.ts';
import { makeReadings } from '../../testing/make/make-readings.ts';
import { makeSchema } from '../../testing/make/make-schema.ts';
import { NOW_MS } from '../../testing/make/now.ts';

const GRACE_SEC = 600;

/** A healthy fleet on a database that has tables of the later names too. */
function look(newest_heartbeat_ms: number | null) {
  const other_tables = { table_prefix: 'jetpack_monitor', newest_heartbeat_ms } as const;
  return buildSnapshot(makeReadings({ schema: makeSchema({ other_tables }) }), makeContext());
}

describe('tables of both names', () => {
  it.each([
    ['nobody reports in the others', null, []],
    ['somebody reports there now', NOW_MS, ['other_tables_in_use']],
    [
      'the newest heartbeat there is just within the grace',
      NOW_MS - GRACE_SEC * 1000,
      ['other_tables_in_use'],
    ],
    ['the newest heartbeat there is just past the grace', NOW_MS - (GRACE_SEC + 1) * 1000, []],
  ])('%s', (_, newestMs, codes) => {
    const { summary, decision } = look(newestMs);
    expect(summary.issue_details.map(({ code }) => code)).toEqual(codes);
    expect(summary.status).toBe('green');
    expect(decision.code).toBe(codes.length === 0 ? 'advance' : 'hold');
  });

  it('are told with the newest heartbeat of those that are not shown', () => {
    expect(look(NOW_MS - 5000).settings.schema?.other_tables).toEqual({
      table_prefix: 'jetpack_monitor',
      newest_heartbeat: '2026-04-30T13:59:55Z',
    });
    expect(look(null).settings.schema?.other_tables?.newest_heartbeat).toBeNull();
  });
});

it('a database of one set of names is told without others', () => {
  const { settings } = buildSnapshot(makeReadings(), makeContext());
  expect(settings.schema).toEqual(makeSchema());
});

it('sentences name the tables of this database', () => {
  const schema = makeSchema({ table_prefix: 'jetpack_monitor' });
  const bucket_owners = { ok: true, value: [], read_at_ms: NOW_MS, duration_ms: 1 } as const;
  const { bucket_coverage, summary } = buildSnapshot(makeReadings({ schema, bucket_owners }), makeContext());
  expect(bucket_coverage.error).toContain('jetpack_monitor_hosts');
  expect(summary.suggested_next_action).toContain('jetpack_monitor_hosts');
  expect(JSON.stringify(bucket_coverage.error) + summary.suggested_next_action).not.toContain('jetmon_');
});
