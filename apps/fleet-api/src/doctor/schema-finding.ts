import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import { otherPrefixInUse } from 'fleet-core/rules/schema/schema-findings';
import type { Finding } from './finding.ts';

const FLAVOURS = { mariadb: 'MariaDB', mysql: 'MySQL' } as const;

/** What the database was found to be; that others report under the other names is more than a remark. */
export function schemaFinding({ schema, now_ms }: FleetReadings, graceSec: number): Finding {
  const subject = 'schema';
  const { flavour, version, table_prefix, later_tables, checks_in, collations, other_tables } = schema;
  const parts = [
    `${FLAVOURS[flavour]} ${version}`,
    `tables ${table_prefix}_…`,
    later_tables.length === 0 ? 'none of the later tables' : `with ${later_tables.join(', ')}`,
    checks_in.length === 0
      ? 'nothing says when sites were checked'
      : `checks of sites in ${checks_in.join(' and ')}`,
    `words compared by ${collations.join(' and ') || 'no collation'}`,
  ];
  const fact = parts.join('; ');
  if (other_tables === null) return { kind: 'well', subject, fact };
  const others = `${other_tables.table_prefix}_…`;
  return otherPrefixInUse(schema, now_ms, graceSec) !== null
    ? {
        kind: 'problem',
        subject,
        fact: `${fact}; processes report in ${others} as well, and are not shown`,
        remedy:
          'Let all of Jetmon write to tables of one name. FLEET_TABLE_PREFIX says which are shown meanwhile.',
      }
    : { kind: 'well', subject, fact: `${fact}; ${others} are there too, and nobody reports in them` };
}
