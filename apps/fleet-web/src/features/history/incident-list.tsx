import './incident-list.css';
import type { FleetHistory } from 'fleet-core/contract/answers/history';
import { useMemo } from 'react';
import { Button } from '../../components/button/button.tsx';
import { FoldedList } from '../../components/folded-list.tsx';
import { Empty } from '../../components/panel.tsx';
import { formatUtc } from '../../format/utc-time.ts';
import { IncidentItem } from './incident-item.tsx';
import { incidentsOf, stoodAt } from './incidents.ts';
import type { TimeCursor } from './time-cursor.ts';

const SHOWN = 5;

type Props = {
  readonly history: FleetHistory;
  readonly nowMs: number;
  /** Where the cause of an issue code stands; undefined for one that does not stand now. */
  readonly causeHref: (code: string) => string | undefined;
  readonly cursor: TimeCursor;
  /** Returns to the present. */
  readonly onPresent: () => void;
};

/** What came and went, the latest first; where an instant is kept, what stood then. */
export function IncidentList({ history, nowMs, causeHref, cursor, onPresent }: Props) {
  const all = useMemo(() => incidentsOf(history), [history]);
  if (all.length === 0) return <Empty>Nothing has changed since this dashboard began to watch</Empty>;
  const hrefOf = (codes: readonly string[]) => codes.map(causeHref).find((href) => href !== undefined);
  const kept = cursor?.isKept === true ? cursor.ms : null;
  const told = kept === null ? all : all.filter((incident) => stoodAt(incident, kept));
  return (
    <>
      {kept !== null && (
        <p className="incidents-then" role="status">
          {told.length === 0 ? 'Nothing that is told of stood' : 'What stood'} at{' '}
          {formatUtc(new Date(kept).toISOString())} <Button onClick={onPresent}>Show all</Button>
        </p>
      )}
      {told.length > 0 && (
        <FoldedList label="What changed" shown={SHOWN} items={told}>
          {(incident) => (
            <IncidentItem
              key={incident.key}
              incident={incident}
              nowMs={nowMs}
              isRead={cursor !== null && stoodAt(incident, cursor.ms)}
              causeHref={incident.toMs === null ? hrefOf(incident.codes) : undefined}
            />
          )}
        </FoldedList>
      )}
    </>
  );
}
