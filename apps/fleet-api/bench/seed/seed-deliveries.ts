import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { DeliveryCounts, NextAttempt } from './data-set.ts';
import { portions } from './seed-sites.ts';

const ENDED_OVER_SEC = 30 * 86_400;
const PENDING_OVER_SEC = 36_000;

/** What the next attempt of a pending row is, in SQL; a due row waits for at most ten minutes. */
const NEXT_ATTEMPT_SQL: Record<NextAttempt, string> = {
  past: 'NOW() - INTERVAL 1 + seq MOD 600 SECOND',
  future: 'NOW() + INTERVAL 3600 + seq MOD 600 SECOND',
  none: 'NULL',
};

/** Fills one delivery table in the order of creation: first what has ended, then what is pending. */
export async function seedDeliveries(
  { admin }: LabDatabase,
  kind: 'webhook' | 'alert',
  { ended, pending, nextAttempts }: DeliveryCounts,
): Promise<void> {
  const [target, severity, four] =
    kind === 'webhook' ? ['webhook_id', '', ''] : ['alert_contact_id', 'severity,', '4,'];
  const columns = `(${target}, transition_id, event_id, event_type, ${severity} payload, status, attempt,
    next_attempt_at, last_status_code, last_attempt_at, delivered_at, created_at)`;
  const insert = (values: string, from: number, to: number, first: number) =>
    admin.query(`INSERT INTO jetmon_${kind}_deliveries ${columns}
      SELECT seq MOD 500, ${first} + seq, seq, 'event.opened', ${four} '{"type":"event.opened"}', ${values}
      FROM seq_${from}_to_${to}`);

  for (const [from, to] of portions(ended)) {
    const endedAt = `NOW() - INTERVAL FLOOR((${ended} - seq) / ${ended} * ${ENDED_OVER_SEC}) SECOND`;
    const status = "ELT(1 + (seq MOD 100 = 0) + (seq MOD 1000 = 0), 'delivered', 'abandoned', 'failed')";
    const values = `${status}, 1, NULL, 200, ${endedAt}, IF(seq MOD 100 = 0, NULL, ${endedAt}), ${endedAt} - INTERVAL 5 SECOND`;
    await insert(values, from, to, 0);
  }
  for (const [from, to] of portions(pending)) {
    const createdAt = `NOW() - INTERVAL 60 + FLOOR((${pending} - seq) / ${pending} * ${PENDING_OVER_SEC}) SECOND`;
    const next = nextAttempts.map((attempt) => NEXT_ATTEMPT_SQL[attempt]);
    const values = `'pending', 0, ELT(1 + seq MOD ${next.length}, ${next.join(', ')}), NULL, NULL, NULL, ${createdAt}`;
    await insert(values, from, to, ended);
  }
}
