import type { ReplicaLag } from '../../domain/replica-lag.ts';
import { durationText } from './duration-text.ts';

/** Whether what is read is itself old, because the database follows another. */
export function replicaText(lag: ReplicaLag): string {
  switch (lag.kind) {
    case 'known':
      return `the database is a replica, ${durationText(lag.lag_sec)} behind`;
    case 'stopped':
      return 'the database is a replica that follows no more';
    case 'none':
      return 'the database is no replica';
    case 'unknown':
      return 'whether the database is a replica that lags is not known';
  }
}
