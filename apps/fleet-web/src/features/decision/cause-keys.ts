import type { Cause } from 'fleet-core/contract/cause';
import { lastingKeys } from '../../format/lasting-keys.ts';

/** Names that causes keep from poll to poll, each its own: their words and numbers change, whom they concern does not. */
export function causeKeys(causes: readonly Cause[]): string[] {
  return lastingKeys(causes.map(({ code, subject }) => `${code} ${subject.ids.join(' ')}`));
}
