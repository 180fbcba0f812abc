import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepRepeatedRows, type RowPacket } from './repeated-rows.ts';

type Value = string | null;

const COLUMNS = [{ name: 'id' }, { name: 'text' }, { name: 'more' }];

/** The row as MySQL sends it, somewhere in a longer piece. */
function packetOf(values: readonly Value[], offset = 3): RowPacket {
  const parts = values.flatMap((value) => {
    if (value === null) return [Buffer.from([251])];
    const bytes = Buffer.from(value);
    const length =
      bytes.length < 251 ? [bytes.length] : [252, bytes.length % 256, Math.floor(bytes.length / 256)];
    return [Buffer.from(length), bytes];
  });
  const buffer = Buffer.concat([Buffer.alloc(offset), ...parts, Buffer.from('behind')]);
  return { buffer, offset, end: buffer.length - 'behind'.length };
}

/** Reads one value after the other, and counts them. */
function reader() {
  let values = 0;
  return {
    values: () => values,
    read(packet: RowPacket, columns: readonly unknown[]): Value[] {
      return columns.map(() => {
        values += 1;
        const { buffer } = packet;
        const first = buffer[packet.offset] ?? 0;
        packet.offset += first === 252 ? 3 : 1;
        if (first === 251) return null;
        const length = first === 252 ? buffer.readUInt16LE(packet.offset - 2) : first;
        packet.offset += length;
        return buffer.toString('utf8', packet.offset - length, packet.offset);
      });
    },
  };
}

/** Reads a whole answer, and how many values were read for it. */
function readAll(kept: ReturnType<typeof keepRepeatedRows>, answer: readonly Value[][], columns = COLUMNS) {
  const arriving = kept.begin();
  const { read, values } = reader();
  const rows = answer.map((row) => {
    const packet = packetOf(row);
    const made = arriving.next(packet, columns, read);
    expect(packet.offset).toBe(packet.end);
    return made;
  });
  return { rows, values: values(), keep: arriving.keep };
}

const asRow = ([id, text, more]: readonly Value[]) => ({ id, text, more });

it('whatever came before, each answer is read as if it were the first', () => {
  const value = fc.oneof(fc.constant(null), fc.constantFrom('', 'a', 'b'), fc.string({ maxLength: 300 }));
  const row = fc.array(value, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 6 }), (answers) => {
      const kept = keepRepeatedRows();
      for (const answer of answers) {
        const { rows, keep } = readAll(kept, answer);
        expect(rows).toEqual(answer.map(asRow));
        keep();
      }
    }),
  );
});

const ANSWER = [
  ['a', 'x'.repeat(300), null],
  ['b', '', '1'],
];

function keptAnswer() {
  const kept = keepRepeatedRows();
  const { rows, keep } = readAll(kept, ANSWER);
  keep();
  return { kept, rows };
}

it('a row that came in as it did is that very row, and none of its values is read', () => {
  const { kept, rows: before } = keptAnswer();
  const { rows, values } = readAll(kept, ANSWER);
  expect(rows[0]).toBe(before[0]);
  expect(rows[1]).toBe(before[1]);
  expect(values).toBe(0);
});

it('of a row in which one value is another, one value is read, and the row before stays as it was', () => {
  const { kept, rows: before } = keptAnswer();
  const { rows, values } = readAll(kept, [
    ['a', 'x'.repeat(300), 'now'],
    ['b', '', '1'],
  ]);
  expect(rows[0]).toEqual({ id: 'a', text: 'x'.repeat(300), more: 'now' });
  expect(values).toBe(1);
  expect(before[0]).toEqual({ id: 'a', text: 'x'.repeat(300), more: null });
});

it('columns of another name or type are read anew, though the bytes are the same', () => {
  for (const last of [
    { name: 'other' },
    { name: 'more', columnType: 3 },
    { name: 'more', characterSet: 63 },
  ]) {
    const { kept } = keptAnswer();
    const { rows, values } = readAll(kept, ANSWER, [...COLUMNS.slice(0, 2), last]);
    expect(rows.map((row) => row[last.name])).toEqual([null, '1']);
    expect(values).toBe(6);
  }
});

it('an answer that broke off is not kept, nor is the one before it', () => {
  const { kept } = keptAnswer();
  readAll(kept, [['a', 'broken', null]]);
  expect(readAll(kept, ANSWER).values).toBe(6);
});

it('answers that arrive at once do not disturb one another', () => {
  const { kept } = keptAnswer();
  const { read } = reader();
  const changed = ['a', 'y'.repeat(300), null];
  const [one, other] = [kept.begin(), kept.begin()];
  expect(one.next(packetOf(['c', '', '']), COLUMNS, read)).toEqual(asRow(['c', '', '']));
  one.keep();
  const third = kept.begin();
  expect(third.next(packetOf(changed), COLUMNS, read)).toEqual(asRow(changed));
  expect(other.next(packetOf(changed), COLUMNS, read)).toEqual(asRow(changed));
  other.keep();
  third.keep();
  expect(readAll(kept, ANSWER).rows).toEqual(ANSWER.map(asRow));
});
