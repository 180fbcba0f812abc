import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import type { Process } from 'fleet-core/contract/process';
import type { CardColumn } from '../../../components/data-table/column.ts';
import type { VersionStanding } from '../version-standing.ts';

/** A process, and what its row has to know beside it. */
export type ShownProcess = {
  readonly process: Process;
  readonly settings: Settings;
  /** Set when its version is not the usual one of its type. */
  readonly standing: VersionStanding | undefined;
  readonly isOpen: boolean;
  /** Set where all rows have one height: what a process has to say is then one line. */
  readonly isOneLine: boolean;
};

/** What processes are sorted by; null is not reported. */
export type SortValue = string | number | null;

/** One column of the process table. Its key names it in the address. */
export type ProcessColumn = InOne<
  CardColumn<ShownProcess> & {
    readonly sortValue: (process: Process) => SortValue;
    /** In what of it a filter looks for words; null for nothing. */
    readonly searchText: ((process: Process) => string) | null;
    /** The width where all rows have one height; the column that names the rows has it at least, and the rest. */
    readonly widthPx: number;
  }
>;

/** Of parts put together the compiler names what one of them lacks; of one type, all that is missing. */
type InOne<Parts> = { [Key in keyof Parts]: Parts[Key] };
