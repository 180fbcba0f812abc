import type { Issue } from 'fleet-core/contract/issue';
import { lastingKeys } from './lasting-keys.ts';

/** Keys that issues keep from poll to poll: what a message says of seconds changes, whom it concerns does not. */
export function issueKeys(issues: readonly Pick<Issue, 'code' | 'subject'>[]): string[] {
  return lastingKeys(issues.map(({ code, subject }) => `${code} ${subject}`));
}
