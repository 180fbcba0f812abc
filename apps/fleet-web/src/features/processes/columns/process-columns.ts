import type { SortKey } from './process-sort.ts';

/** One column of the table. */
export type ProcessColumn = { readonly key: SortKey; readonly name: string; readonly isNumber: boolean };

/** The columns, from left to right. */
export const COLUMNS: readonly ProcessColumn[] = [
  { key: 'health', name: 'Health', isNumber: false },
  { key: 'process', name: 'Process', isNumber: false },
  { key: 'type', name: 'Type', isNumber: false },
  { key: 'state', name: 'State', isNumber: false },
  { key: 'heartbeat', name: 'Heartbeat', isNumber: true },
  { key: 'buckets', name: 'Buckets', isNumber: true },
  { key: 'load', name: 'Active / queue / retry', isNumber: true },
  { key: 'memory', name: 'Memory', isNumber: true },
  { key: 'version', name: 'Version', isNumber: false },
  { key: 'delivery', name: 'Delivery', isNumber: false },
];
