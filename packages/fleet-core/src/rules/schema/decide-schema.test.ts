import { describe, expect, it } from 'vitest';
import type { LaterTable } from '../../contract/database-schema.ts';
import type { FirstTable, FoundSchema } from '../../domain/database-schema.ts';
import { decideSchema, LEFT_AFTER_MS } from './decide-schema.ts';

const FIRST: FirstTable[] = ['process_health', 'hosts', 'webhook_deliveries', 'alert_deliveries', 'events'];
const NONE = new Set<FirstTable | LaterTable>();

function found(overrides: Partial<FoundSchema> = {}): FoundSchema {
  return {
    flavour: 'mariadb',
    version: '11.4.2-MariaDB',
    tables: { jetmon: new Set(FIRST), jetpack_monitor: NONE },
    sites_have_checks: true,
    has_drift_index: false,
    endpoint_ids: new Set(['jetmon']),
    collations: { jetmon: ['utf8mb4_general_ci'], jetpack_monitor: [] },
    ...overrides,
  };
}

const later = new Set<FirstTable | LaterTable>([...FIRST, 'site_runtime', 'range_locks']);
const both = found({ tables: { jetmon: new Set(FIRST), jetpack_monitor: later } });
const decided = (...asked: Parameters<typeof decideSchema>) => {
  const decision = decideSchema(...asked);
  if (decision.kind !== 'decided') throw new Error(`it is not decided: ${decision.kind}`);
  return decision.schema;
};

describe('one set of names', () => {
  it('a database of the first age has none of the later tables, and sites that say when they were checked', () => {
    expect(decided(found(), null)).toEqual({
      table_prefix: 'jetmon',
      later_tables: [],
      checks_in: ['sites'],
      has_endpoint_ids: true,
      has_drift_index: false,
      flavour: 'mariadb',
      version: '11.4.2-MariaDB',
      collations: ['utf8mb4_general_ci'],
      other_tables: null,
    });
  });

  it('a later database has those of the later tables that are there', () => {
    const schema = decided(
      found({ tables: { jetmon: NONE, jetpack_monitor: later }, sites_have_checks: false }),
      null,
    );
    expect(schema).toMatchObject({
      table_prefix: 'jetpack_monitor',
      later_tables: ['site_runtime', 'range_locks'],
      checks_in: ['site_runtime'],
      has_endpoint_ids: false,
      other_tables: null,
    });
  });

  it('a database whose sites are still of the first age, and which has site_runtime, is asked for both', () => {
    const tables = { jetmon: NONE, jetpack_monitor: later };
    expect(decided(found({ tables }), null).checks_in).toEqual(['sites', 'site_runtime']);
  });

  it('a database that says nowhere when sites were checked is asked nowhere', () => {
    expect(decided(found({ sites_have_checks: false }), null).checks_in).toEqual([]);
  });
});

describe('no table of processes', () => {
  it('under either prefix is no database of Jetmon 2', () => {
    const tables = { jetmon: NONE, jetpack_monitor: NONE };
    expect(decideSchema(found({ tables }), null)).toEqual({
      kind: 'no_tables',
      prefixes: ['jetmon', 'jetpack_monitor'],
    });
  });

  it('under the prefix that is wanted is none either, whatever else is there', () => {
    expect(decideSchema(found(), 'jetpack_monitor')).toEqual({
      kind: 'no_tables',
      prefixes: ['jetpack_monitor'],
    });
  });
});

describe('both sets of names', () => {
  it('are told apart by their heartbeats', () => {
    expect(decideSchema(both, null)).toEqual({ kind: 'ask_heartbeats' });
  });

  it.each([
    ['only the old ones have processes', 5000, null, 'jetmon'],
    ['only the new ones have processes', null, 5000, 'jetpack_monitor'],
    ['the old ones are newer by a second', 5000, 4000, 'jetmon'],
    ['the new ones are newer by a second', 4000, 5000, 'jetpack_monitor'],
    ['both report at the same second', 5000, 5000, 'jetpack_monitor'],
    ['nobody reports', null, null, 'jetpack_monitor'],
  ] as const)('%s', (_, jetmon, jetpack_monitor, expected) => {
    const heartbeats = { jetmon, jetpack_monitor };
    const other = expected === 'jetmon' ? 'jetpack_monitor' : 'jetmon';
    expect(decided(both, null, { heartbeats, before: null })).toMatchObject({
      table_prefix: expected,
      other_tables: { table_prefix: other, newest_heartbeat_ms: heartbeats[other] },
    });
  });

  it.each([
    ['the old ones, and the new ones are ahead by the limit', 'jetmon', -LEFT_AFTER_MS, 'jetmon'],
    ['the old ones, and the new ones are ahead by more', 'jetmon', -LEFT_AFTER_MS - 1, 'jetpack_monitor'],
    [
      'the new ones, and the old ones are ahead by the limit',
      'jetpack_monitor',
      LEFT_AFTER_MS,
      'jetpack_monitor',
    ],
    ['the new ones, and the old ones are ahead by more', 'jetpack_monitor', LEFT_AFTER_MS + 1, 'jetmon'],
  ] as const)('till now were read %s', (_, before, aheadMs, expected) => {
    const heartbeats = { jetmon: 1_000_000 + aheadMs, jetpack_monitor: 1_000_000 };
    expect(decided(both, null, { heartbeats, before }).table_prefix).toBe(expected);
  });

  it.each(['jetmon', 'jetpack_monitor'] as const)(
    '%s, read till now and empty, are left for those that report',
    (before) => {
      const heartbeats = { jetmon: 1, jetpack_monitor: 1, [before]: null };
      expect(decided(both, null, { heartbeats, before }).table_prefix).not.toBe(before);
    },
  );

  it('whichever is wanted is read, and the other is told of', () => {
    const heartbeats = { jetmon: null, jetpack_monitor: 5000 };
    expect(decided(both, 'jetmon', { heartbeats, before: 'jetpack_monitor' })).toMatchObject({
      table_prefix: 'jetmon',
      other_tables: { table_prefix: 'jetpack_monitor', newest_heartbeat_ms: 5000 },
    });
  });
});
