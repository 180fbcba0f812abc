import { encodedLength, isSameAt } from './encoded-value.ts';
import { blankRow, filledRow, type Row } from './rows-of-one-shape.ts';

/** What of a column decides how its values are read. */
type Column = {
  readonly name: string;
  readonly columnType?: number | undefined;
  readonly characterSet?: number | undefined;
  readonly extendedFormat?: string | undefined;
};

/** One row as it arrives: its values stand from `offset`, which whoever reads one moves on, to `end`. */
export type RowPacket = { readonly buffer: Buffer; offset: number; readonly end: number };

/** Reads the values of these columns, in their order, off a packet. */
type ReadValues<C> = (packet: RowPacket, columns: readonly C[]) => readonly unknown[];

/** The rows of one answer, and the bytes that they came in, one after the other. */
type Answer = {
  readonly columns: string;
  readonly rows: readonly Row[];
  /** Where the bytes of each row end. */
  readonly ends: readonly number[];
  readonly bytes: Buffer;
};

/** An answer while it arrives. */
export type ArrivingRows = {
  next<C extends Column>(packet: RowPacket, columns: readonly C[], readValues: ReadValues<C>): Row;
  /** Keeps the answer for the next time, once it is whole. */
  keep(): void;
};

const ROOM_TO_GROW = 16_384;

/**
 * Keeps the last whole answer to a statement that is sent again and again, for the next one that begins. A row that arrives byte for byte as it did in the same
 * place is that very row again; of any other, a value whose bytes are as they were is that value again. Nothing is made of
 * such bytes, and nothing is left to collect. Rows that are read in the order of a key keep their places while none comes or goes.
 */
export function keepRepeatedRows(): { begin(): ArrivingRows } {
  let last: Answer | undefined;
  /** The memory of the answer before the last, for the next. */
  let spare: Buffer | undefined;

  function begin(): ArrivingRows {
    const before = last;
    let memory = spare ?? Buffer.allocUnsafeSlow((before?.bytes.length ?? 0) + ROOM_TO_GROW);
    // Taken away, so that of two answers that arrive at once neither writes where the other reads.
    last = undefined;
    spare = undefined;
    const rows: Row[] = [];
    const ends: number[] = [];
    let columnsText = '';
    let known: Answer | undefined;
    let names: readonly string[] = [];
    let blank: Row = {};

    function take(row: Row, { buffer, end }: RowPacket, from: number): Row {
      const at = ends.at(-1) ?? 0;
      const to = at + end - from;
      if (to > memory.length) {
        const larger = Buffer.allocUnsafeSlow(Math.ceil(1.25 * to));
        memory.copy(larger, 0, 0, at);
        memory = larger;
      }
      buffer.copy(memory, at, from, end);
      ends.push(to);
      rows.push(row);
      return row;
    }

    return {
      next(packet, columns, readValues) {
        if (rows.length === 0) {
          columnsText = textOf(columns);
          known = before?.columns === columnsText ? before : undefined;
          names = columns.map(({ name }) => name);
          blank = blankRow(names);
        }
        const { offset, end } = packet;
        const old = known?.rows[rows.length];
        if (known === undefined || old === undefined)
          return take(filledRow(blank, names, readValues(packet, columns)), packet, offset);
        let at = known.ends[rows.length - 1] ?? 0;
        const length = (known.ends[rows.length] ?? 0) - at;
        if (length === end - offset && isSameAt(known.bytes, at, packet.buffer, offset, length)) {
          packet.offset = end;
          return take(old, packet, offset);
        }
        const row = { ...blank };
        for (const column of columns) {
          const valueLength = encodedLength(known.bytes, at);
          if (isSameAt(known.bytes, at, packet.buffer, packet.offset, valueLength)) {
            row[column.name] = old[column.name];
            packet.offset += valueLength;
          } else row[column.name] = readValues(packet, [column])[0];
          at += valueLength;
        }
        return take(row, packet, offset);
      },
      keep() {
        spare = before?.bytes;
        last = { columns: columnsText, rows, ends, bytes: memory };
      },
    };
  }

  return { begin };
}

function textOf(columns: readonly Column[]): string {
  return JSON.stringify(
    columns.map((column) => [column.name, column.columnType, column.characterSet, column.extendedFormat]),
  );
}
