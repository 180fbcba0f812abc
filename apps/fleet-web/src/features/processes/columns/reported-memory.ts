import type { Process } from 'fleet-core/contract/process';

/** How much memory a process says it has, and of which kind. */
export type ReportedMemory = { readonly megabytes: number; readonly kind: 'RSS' | 'sys' };

/** Resident memory where the process reports it, else what Go took from the system; null when it reports neither. */
export function reportedMemory({ rss_mem_mb, go_sys_mem_mb }: Process): ReportedMemory | null {
  if (rss_mem_mb !== null && rss_mem_mb > 0) return { megabytes: rss_mem_mb, kind: 'RSS' };
  return go_sys_mem_mb !== null && go_sys_mem_mb > 0 ? { megabytes: go_sys_mem_mb, kind: 'sys' } : null;
}
