import './history-panel.css';
import type { FleetHistory } from 'fleet-core/contract/history';
import { Button } from '../../components/button/button.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { TIME_SPANS, type TimeSpan } from './time-span.ts';
import { TimeView } from './time-view.tsx';

type Props = {
  readonly history: FleetHistory | null;
  /** The instant up to which time is drawn, on the database's clock. */
  readonly generatedAt: string | null;
  readonly span: TimeSpan;
  readonly onSpan: (span: TimeSpan) => void;
};

/** What the fleet was over time, and what changed. */
export function HistoryPanel({ history, generatedAt, span, onSpan }: Props) {
  if (generatedAt === null) return <Panel title="Time" name="history" />;
  return (
    <Panel title="Time" name="history" fact={<SpanChoice span={span} onSpan={onSpan} />}>
      {history === null ? (
        <Empty>What was before could not be read</Empty>
      ) : (
        <TimeView history={history} generatedAt={generatedAt} span={span} />
      )}
    </Panel>
  );
}

function SpanChoice({ span, onSpan }: Pick<Props, 'span' | 'onSpan'>) {
  return (
    <span className="span-choice">
      {TIME_SPANS.map((choice) => (
        <Button key={choice.name} aria-pressed={choice === span} onClick={() => onSpan(choice)}>
          {choice.label}
        </Button>
      ))}
    </span>
  );
}
