/** Megabytes for people: `96 MB`, `1.5 GB`. */
export function formatMegabytes(megabytes: number): string {
  return megabytes < 1024 ? `${megabytes} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}
