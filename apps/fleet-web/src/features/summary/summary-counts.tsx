import './summary-counts.css';
import type { Summary } from 'fleet-core/contract/summary';
import { formatCount } from '../../format/count.ts';

/** How many processes there are of each health; a stale one is among the red ones too. */
export function SummaryCounts({ summary }: { readonly summary: Summary }) {
  const counts = [
    ['red', summary.red_processes],
    ['stale', summary.stale_processes],
    ['amber', summary.amber_processes],
    ['healthy', summary.green_processes],
  ] as const;
  return (
    <dl className="summary-counts" aria-label="Processes by health">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
