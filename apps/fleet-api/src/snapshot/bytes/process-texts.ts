import type { Process } from 'fleet-core/contract/process';
import type { GrowingBytes } from './growing-bytes.ts';

/** Where the text of a process stands in the last snapshot's, from behind its age to its end. */
type Written = { readonly process: Process; readonly from: number; readonly to: number };

/** Writes the processes of one snapshot after the other. */
export type ProcessTexts = {
  /** Begins a snapshot that is written into `text`; it becomes the last one once it is `kept`. */
  begin(text: GrowingBytes): {
    /** Writes one process; tells whether it had to be encoded anew. */
    add(process: Process): boolean;
    keep(): void;
  };
};

/**
 * JSON texts of processes, whose first field is their age. One of which nothing but the age has changed since the last snapshot is copied from there, and
 * its age written anew. The last snapshot's bytes are all that is kept for it.
 */
export function createProcessTexts(): ProcessTexts {
  let last: { readonly bytes: Buffer; readonly written: ReadonlyMap<string, Written> } | undefined;
  return {
    begin(text) {
      const known = last;
      const written = new Map<string, Written>();
      return {
        add(process) {
          const before = known?.written.get(process.process_id);
          const age = `{"last_heartbeat_age_sec":${process.last_heartbeat_age_sec}`;
          const from = text.length() + age.length;
          const isKnown = before !== undefined && isSame(before.process, process);
          if (isKnown && known !== undefined) {
            text.add(age);
            text.copy(known.bytes, before.from, before.to);
          } else {
            const json = JSON.stringify(process);
            text.add(json);
            if (!json.startsWith(age)) return true;
          }
          written.set(process.process_id, { process, from, to: text.length() });
          return !isKnown;
        },
        keep() {
          last = { bytes: text.bytes(), written };
        },
      };
    },
  };
}

/**
 * Whether two processes differ in nothing but their age. Lists of dependencies are the same only where they are one. In loops
 * that make no list of names, since tens of thousands of fields are compared for a snapshot.
 */
function isSame(one: Fields, other: Fields): boolean {
  let more = 0;
  for (const name in other) {
    if (one[name] !== other[name] && name !== 'last_heartbeat_age_sec') return false;
    more += 1;
  }
  for (const _ in one) more -= 1;
  return more === 0;
}

type Fields = Readonly<Record<string, unknown>>;
