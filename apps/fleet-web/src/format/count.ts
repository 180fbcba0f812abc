const digits = new Intl.NumberFormat('en-US');

/** What stands where a number could not be read: not read is not zero. */
export const NOT_READ = '—';

/** A number with thousands separated, or a dash where there is none. */
export function formatCount(count: number | null): string {
  return count === null ? NOT_READ : digits.format(count);
}

/** A number with its noun: `1 gap`, `2 gaps`, `— gaps`. */
export function countOf(count: number | null, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
