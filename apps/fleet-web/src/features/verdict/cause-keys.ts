import type { Cause } from 'fleet-core/contract/cause';

/** Names that causes keep from poll to poll, each its own: their words and numbers change, whom they concern does not. */
export function causeKeys(causes: readonly Cause[]): string[] {
  const used = new Map<string, number>();
  return causes.map(({ code, subject }) => {
    const name = `${code} ${subject.ids.join(' ')}`;
    const before = used.get(name) ?? 0;
    used.set(name, before + 1);
    return `${name} ${before}`;
  });
}
