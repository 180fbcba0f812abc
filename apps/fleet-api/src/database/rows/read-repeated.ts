import type { Query } from 'fleet-core/sql/query';
import { type ArrivingRows, keepRepeatedRows, type RowPacket } from './repeated-rows.ts';

/** What the driver hands each row to, with all columns of the answer, and its `options`. */
type RowParser<T> = {
  next(packet: RowPacket, columns: readonly { readonly name: string }[], options: unknown): T;
};

const repeated = new WeakMap<object, ReturnType<typeof keepRepeatedRows>>();

/** The rows of a query that is repeated, as they arrive; undefined for any other. */
export function arrivingRows<T>(query: Query<T>): ArrivingRows | undefined {
  if (query.isRepeated !== true) return undefined;
  const kept = repeated.get(query) ?? keepRepeatedRows();
  repeated.set(query, kept);
  return kept.begin();
}

/**
 * Has the rows of a statement that was just sent read by `arriving`, which asks the driver's own parser for the values that it does not
 * know. The parser is none of what the driver promises: one that keeps it elsewhere reads all rows by itself, as lists.
 */
export function readArriving(statement: object, arriving: ArrivingRows): void {
  let parser: RowParser<unknown> | null = null;
  Object.defineProperty(statement, '_rowParser', {
    get: () => parser,
    set(drivers: RowParser<readonly unknown[]> | null) {
      parser = drivers && {
        next: (packet, columns, options) =>
          arriving.next(packet, columns, (from, some) => drivers.next(from, some, options)),
      };
    },
  });
}
