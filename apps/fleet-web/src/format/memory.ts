import { NOT_READ } from './count.ts';

/** Megabytes for people: `96 MB`, `1.5 GB`, or a dash where the number is not known. */
export function formatMegabytes(megabytes: number | null): string {
  if (megabytes === null) return NOT_READ;
  return megabytes < 1024 ? `${megabytes} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}
