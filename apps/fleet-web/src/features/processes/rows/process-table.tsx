import { useOverflow } from '../../../components/use-overflow.ts';
import './process-table.css';
import './process-cards.css';
import './virtual-table.css';
import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import type { Process } from 'fleet-core/contract/process';
import { type FocusEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { useIsNarrow } from '../../../components/use-is-narrow.ts';
import { ColumnHeads } from '../columns/column-heads.tsx';
import { COLUMNS } from '../columns/process-columns.tsx';
import type { ProcessQuery } from '../process-query.ts';
import { tableSize } from '../table-size.ts';
import type { Ask } from '../use-process-query.ts';
import { type MinorityVersions, standingKey } from '../version-standing.ts';
import { FoldRow } from './fold-row.tsx';
import { GoneRow } from './gone-row.tsx';
import { MovedNote } from './moved-note.tsx';
import { ProcessRow } from './process-row.tsx';
import { rowHeight } from './row-height.ts';
import { rowSegments } from './row-window.ts';
import { FOLD_KEY, type TableRows } from './table-rows.ts';
import { useFrozenOrder } from './use-frozen-order.ts';
import { useRowWindow } from './use-row-window.ts';

type Props = {
  readonly processes: readonly Process[];
  readonly settings: Settings;
  readonly minorities: MinorityVersions;
  readonly rows: TableRows;
  readonly query: ProcessQuery;
  /** Left out in a table without controls. */
  readonly onAsk?: Ask | undefined;
  readonly openId: string | null;
  readonly onOpen: (process_id: string) => void;
};

const WIDTH_PX = COLUMNS.reduce((sum, { widthPx }) => sum + widthPx, 0);

/** The processes as rows, or as cards on a phone; a long table draws the rows in view alone. */
export function ProcessTable({ processes, settings, minorities, rows, query, onAsk, openId, onOpen }: Props) {
  const { isVirtual } = tableSize(processes.length);
  const byId = useMemo(() => new Map(processes.map((one) => [one.process_id, one])), [processes]);
  const order = useFrozenOrder(rows.keys, JSON.stringify(query));
  const scroller = useRef<HTMLElement>(null);
  const isNarrow = useIsNarrow();
  const height = isVirtual ? rowHeight(isNarrow) : undefined;
  const count = order.keys.length;
  const drawn = useRowWindow(scroller, { count, rowHeight: height ?? 1, enabled: isVirtual });
  const [focusedId, setFocusedId] = useState<string | null>(null);
  // The row whose panel was open last gets the focus back when that closes, so it has to be there.
  const [lastOpenId, setLastOpenId] = useState(openId);
  if (openId !== null && openId !== lastOpenId) setLastOpenId(openId);
  const kept = [focusedId, lastOpenId].map((id) => (id === null ? -1 : order.keys.indexOf(id)));

  const row = (index: number) => {
    const key = order.keys[index] ?? FOLD_KEY;
    const place = { height, rowIndex: index + 2 };
    if (key === FOLD_KEY) {
      const toggle = () => onAsk?.({ healthyShown: !query.healthyShown }, { push: true });
      return (
        <FoldRow key={key} count={rows.folded} isOpen={query.healthyShown} onToggle={toggle} {...place} />
      );
    }
    const process = byId.get(key);
    if (process === undefined) return <GoneRow key={key} process_id={key} {...place} />;
    const standing = minorities.get(standingKey(process.process_type, process.version));
    const common = { process, settings, standing, isOpen: key === openId };
    return <ProcessRow key={key} {...common} {...place} />;
  };

  const overflows = useOverflow(scroller);
  return (
    <div className="process-table" data-virtual={isVirtual} {...order.boxProps}>
      <MovedNote count={order.moved} onApply={order.apply} />
      <section
        ref={scroller}
        className="process-scroller"
        aria-label="Process table"
        tabIndex={overflows ? 0 : undefined}
      >
        <table
          className="data-table as-cards processes"
          style={isVirtual && !isNarrow ? { minWidth: WIDTH_PX } : undefined}
          aria-rowcount={count + 1}
        >
          <ColumnHeads sort={query.sort} hasFixedWidths={isVirtual} onAsk={onAsk} />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: each row's name is a link; the rest of the row is a larger target for it */}
          <tbody onClick={(event) => openRow(event, onOpen)} onFocus={(event) => setFocusedId(rowOf(event))}>
            {rowSegments(drawn, count, kept).map((part) =>
              part.kind === 'row' ? (
                row(part.index)
              ) : (
                <tr key={`gap ${part.after}`} className="row-gap">
                  <td colSpan={COLUMNS.length} style={{ height: part.rows * (height ?? 0) }} />
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function rowOf({ target }: FocusEvent | MouseEvent): string | null {
  return target instanceof Element
    ? (target.closest('[data-process]')?.getAttribute('data-process') ?? null)
    : null;
}

function openRow(event: MouseEvent, onOpen: (process_id: string) => void): void {
  const id = rowOf(event);
  if (id === null || !(event.target instanceof Element)) return;
  const control = event.target.closest('a, button');
  const isMarkingText = control === null && getSelection()?.isCollapsed === false;
  const isOwnLink = control?.hasAttribute('data-opens') && event.defaultPrevented;
  if (isOwnLink || (control === null && !isMarkingText)) onOpen(id);
}
