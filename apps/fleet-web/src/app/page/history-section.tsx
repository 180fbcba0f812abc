import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useState } from 'react';
import { isTrouble } from '../../components/status-face.ts';
import { HistoryPanel } from '../../features/history/history-panel.tsx';
import type { TimeCursor } from '../../features/history/time-cursor.ts';
import { chooseSpan, sinceOf } from '../../features/history/time-span.ts';
import { changeQuery, useQueryString } from '../../location/page-query.ts';
import { lookOf } from '../decision-look.ts';
import { useHistory } from '../use-history.ts';

/** What was before. */
export default function HistorySection({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  const search = useQueryString();
  const [watchedMs, setWatchedMs] = useState(0);
  const [cursor, setCursor] = useState<TimeCursor>(null);
  const nowMs = Date.parse(snapshot?.generated_at ?? '');
  const span = chooseSpan(search, watchedMs);
  const history = useHistory(snapshot, Number.isNaN(nowMs) ? null : sinceOf(span, nowMs));
  const knownMs = nowMs - Date.parse(history?.watching_since ?? '');
  // The picture widens by itself, but never under the eyes of one who reads it at an instant.
  if (cursor === null && knownMs > 0 && (watchedMs === 0 || chooseSpan(search, knownMs) !== span))
    setWatchedMs(knownMs);
  return (
    <HistoryPanel
      history={history}
      generatedAt={snapshot?.generated_at ?? null}
      span={span}
      opens={snapshot !== null && isTrouble(lookOf(snapshot.decision).face)}
      onSpan={({ name }) => changeQuery({ span: name })}
      causeHref={(code) => (snapshot !== null && hasIssue(snapshot, code) ? '#causes' : undefined)}
      queues={snapshot?.delivery.tables ?? []}
      cursor={cursor}
      onCursor={setCursor}
    />
  );
}

function hasIssue({ summary }: FleetSnapshot, code: string): boolean {
  return summary.issue_details.some((issue) => issue.code === code);
}
