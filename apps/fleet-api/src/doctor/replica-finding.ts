import type { ReplicaLag } from 'fleet-core/domain/replica-lag';
import { replicaText } from 'fleet-core/rules/text/replica-text';
import type { Config } from '../config.ts';
import type { DatabaseFailure } from '../database/database-failure.ts';
import type { Finding } from './finding.ts';

/** Whether what is read is old because the database follows another, as far as the account may ask. */
export function replicaFinding(found: ReplicaLag | DatabaseFailure, { thresholds }: Config): Finding {
  const subject = 'replica';
  if ('failureClass' in found) {
    const why = found.failureClass === 'denied' ? 'the account may not ask' : 'it could not be asked';
    const fact = `whether the database is one that lags is not known: ${why}`;
    return { kind: 'well', subject, fact };
  }
  const fact = replicaText(found);
  const isOld =
    found.kind === 'stopped' || (found.kind === 'known' && found.lag_sec > thresholds.heartbeat_late_sec);
  if (!isOld) return { kind: 'well', subject, fact };
  const remedy =
    'All that the dashboard shows is that old. Let it read the primary, or see on the replica what SHOW REPLICA STATUS says.';
  return { kind: 'advice', subject, fact, remedy };
}
