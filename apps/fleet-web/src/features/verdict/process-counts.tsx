import './process-counts.css';
import type { Summary } from 'fleet-core/contract/summary';
import { formatCount } from '../../format/count.ts';
import { processCounts } from '../../format/process-counts.ts';

/** How many processes there are of each health. */
export function ProcessCounts({ summary }: { readonly summary: Summary }) {
  return (
    <dl className="process-counts" aria-label="Processes by health">
      {processCounts(summary).map(([health, count]) => (
        <div key={health}>
          <dt>{health}</dt>
          <dd>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
