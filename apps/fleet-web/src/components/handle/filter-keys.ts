/** The keys that the filter of the processes understands, as `key:value`. */
export const FILTER_KEYS = [
  'type',
  'state',
  'host',
  'bucket',
  'version',
  'health',
  'dependency',
  'delivery-owner',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** The term that asks for this value and no other, whatever is in it; quotes, which hold a term together, are left out. */
export function exactTerm(key: FilterKey, value: string): string {
  const bare = value.replaceAll('"', '');
  return /^[^\s"]+$/.test(bare) ? `${key}:=${bare}` : `${key}:="${bare}"`;
}
