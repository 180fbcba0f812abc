import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useState } from 'react';
import { HistoryPanel } from '../../features/history/history-panel.tsx';
import { chooseSpan, sinceOf } from '../../features/history/time-span.ts';
import { changeQuery, useQueryString } from '../../location/page-query.ts';
import { useHistory } from '../use-history.ts';

/** What was before. */
export default function HistorySection({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  const search = useQueryString();
  const [watchedMs, setWatchedMs] = useState(0);
  const nowMs = Date.parse(snapshot?.generated_at ?? '');
  const span = chooseSpan(search, watchedMs);
  const history = useHistory(snapshot, Number.isNaN(nowMs) ? null : sinceOf(span, nowMs));
  const knownMs = nowMs - Date.parse(history?.watching_since ?? '');
  // Once known, it stays: the picture shall not change its scale under a reader's eyes.
  if (watchedMs === 0 && knownMs > 0) setWatchedMs(knownMs);
  return (
    <HistoryPanel
      history={history}
      generatedAt={snapshot?.generated_at ?? null}
      span={span}
      onSpan={({ name }) => changeQuery({ span: name })}
    />
  );
}
