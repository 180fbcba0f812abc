import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Finding } from './finding.ts';
import { remedyFor } from './remedies.ts';

/** Whether the server grants as many connections as the dashboard likes to use; it goes by with fewer. */
export function connectionFinding(database: Database, config: Config): Finding {
  const subject = 'connections';
  const refusal = database.refusal();
  if (refusal === undefined) return { kind: 'well', subject, fact: 'none that was asked for was refused' };
  return {
    kind: 'advice',
    subject,
    fact: `a further one was refused (${refusal.failureClass}), so that sections are read one after another, which may take too long`,
    remedy: remedyFor(refusal, config),
  };
}
