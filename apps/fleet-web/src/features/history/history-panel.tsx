import './history-panel.css';
import type { FleetHistory } from 'fleet-core/contract/answers/history';
import type { DeliveryTable } from 'fleet-core/contract/delivery';
import { Button } from '../../components/button/button.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import type { TimeCursor } from './time-cursor.ts';
import { TIME_SPANS, type TimeSpan } from './time-span.ts';
import { TimeView } from './time-view.tsx';

type Props = {
  readonly history: FleetHistory | null;
  /** The instant up to which time is drawn, on the database's clock. */
  readonly generatedAt: string | null;
  readonly span: TimeSpan;
  /** Whether it is open by itself. */
  readonly opens: boolean;
  readonly onSpan: (span: TimeSpan) => void;
  /** Where the cause of an issue code stands; undefined for one that does not stand now. */
  readonly causeHref: (code: string) => string | undefined;
  /** The queues as they are now. */
  readonly queues: readonly DeliveryTable[];
  readonly cursor: TimeCursor;
  readonly onCursor: (cursor: TimeCursor) => void;
};

/** What the fleet was over time, and what changed. */
export function HistoryPanel({ history, generatedAt, span, onSpan, opens, ...rest }: Props) {
  if (generatedAt === null) return <Panel title="Time" name="history" />;
  return (
    <Panel title="Time" name="history" opens={opens}>
      <SpanChoice span={span} onSpan={onSpan} />
      {history === null ? (
        <Empty>What was before is not known yet; it is asked for again and again</Empty>
      ) : (
        <TimeView history={history} generatedAt={generatedAt} span={span} {...rest} />
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
