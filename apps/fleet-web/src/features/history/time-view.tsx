import './time-view.css';
import type { FleetHistory } from 'fleet-core/contract/history';
import { FoldedList } from '../../components/folded-list.tsx';
import { Empty } from '../../components/panel.tsx';
import { HistoryStrip } from './history-strip.tsx';
import { TimeLanes } from './lanes/time-lanes.tsx';
import { TimeAxis } from './time-axis.tsx';
import type { TimeSpan } from './time-span.ts';
import { transitionTexts } from './transition-texts.ts';

const SHOWN = 5;

type Props = {
  readonly history: FleetHistory;
  /** The instant up to which time is drawn, on the database's clock. */
  readonly generatedAt: string;
  readonly span: TimeSpan;
};

/** The verdict and the numbers over time on one axis, and what changed. */
export function TimeView({ history, generatedAt, span }: Props) {
  const texts = transitionTexts(history);
  return (
    <>
      <div className="time-verdict">
        <span className="time-name">verdict</span>
        <HistoryStrip history={history} generatedAt={generatedAt} span={span} />
        <TimeAxis span={span} />
      </div>
      <TimeLanes history={history} generatedAt={generatedAt} span={span} />
      {texts.length === 0 ? (
        <Empty>Nothing has changed since this dashboard began to watch</Empty>
      ) : (
        <FoldedList label="What changed" shown={SHOWN} items={texts} />
      )}
    </>
  );
}
