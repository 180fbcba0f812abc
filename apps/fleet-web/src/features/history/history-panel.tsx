import type { FleetHistory } from 'fleet-core/contract/history';
import { FoldedList } from '../../components/folded-list.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { HistoryStrip } from './history-strip.tsx';
import { transitionTexts } from './transition-texts.ts';

const SHOWN = 5;

type Props = {
  readonly history: FleetHistory | null;
  /** The instant up to which the strip goes, on the database's clock. */
  readonly generatedAt: string | null;
};

/** What the fleet looked like in the last hours, and what changed. */
export function HistoryPanel({ history, generatedAt }: Props) {
  if (generatedAt === null) return <Panel title="Last 6 hours" name="history" />;
  if (history === null) {
    return (
      <Panel title="Last 6 hours" name="history">
        <Empty>What changed lately could not be read</Empty>
      </Panel>
    );
  }
  const texts = transitionTexts(history);
  return (
    <Panel title="Last 6 hours" name="history">
      <HistoryStrip history={history} generatedAt={generatedAt} />
      {texts.length === 0 ? (
        <Empty>Nothing has changed since this dashboard began to watch</Empty>
      ) : (
        <FoldedList label="What changed" shown={SHOWN} items={texts} />
      )}
    </Panel>
  );
}
