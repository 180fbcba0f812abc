import type { DatabaseSchema } from 'fleet-core/domain/database-schema';
import type { ReplicaLag } from 'fleet-core/domain/replica-lag';
import { replicaText } from 'fleet-core/rules/text/replica-text';
import type { Config } from '../config.ts';
import type { DatabaseFailure } from '../database/database-failure.ts';
import type { Finding } from './finding.ts';

/** Whether what is read is old because the database follows another, as far as the account may ask. */
export function replicaFinding(
  found: ReplicaLag | DatabaseFailure,
  { thresholds, database }: Config,
  flavour: DatabaseSchema['flavour'],
): Finding {
  const subject = 'replica';
  if ('failureClass' in found) {
    const why = found.failureClass === 'denied' ? 'the account may not ask' : 'it could not be asked';
    const fact = `whether the database is one that lags is not known: ${why}`;
    const remedy = `To let it: GRANT ${flavour === 'mariadb' ? 'SLAVE MONITOR' : 'REPLICATION CLIENT'} ON *.* TO '${database.user}'@'…';`;
    return { kind: 'well', subject, fact, ...(found.failureClass === 'denied' ? { remedy } : {}) };
  }
  const isOriginal = found.kind === 'none' ? ': what is read is the original' : '';
  const fact = `${replicaText(found)}${isOriginal}`;
  const isOld =
    found.kind === 'stopped' || (found.kind === 'known' && found.lag_sec > thresholds.heartbeat_late_sec);
  if (!isOld) return { kind: 'well', subject, fact };
  const remedy =
    'All that the dashboard shows is that old. Let it read the primary, or see on the replica what SHOW REPLICA STATUS says.';
  return { kind: 'advice', subject, fact, remedy };
}
