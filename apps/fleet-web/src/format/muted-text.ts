import type { Muted } from 'fleet-core/contract/muted';
import { formatUtcTime } from './utc-time.ts';

/** Who knows of it, until when, and why: `muted by anna until 15:00:00 UTC: new disk`. */
export function mutedText({ by, until, reason }: Muted): string {
  return `muted by ${by} until ${formatUtcTime(Date.parse(until))} UTC: ${reason}`;
}
