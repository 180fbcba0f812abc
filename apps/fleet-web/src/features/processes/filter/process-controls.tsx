import './process-controls.css';
import type { Process } from 'fleet-core/contract/process';
import { useMemo } from 'react';
import { Button } from '../../../components/button/button.tsx';
import { formatCount } from '../../../format/count.ts';
import { isNarrowed, NOTHING_LEFT_OUT, type ProcessQuery } from '../process-query.ts';
import { type Ask, PUSHED } from '../use-process-query.ts';
import { FilterBox } from './filter-box.tsx';
import { filterRemarks } from './filter-remarks.ts';
import { parseFilter } from './filter-text.ts';
import { HealthChips } from './health-chips.tsx';
import { countHealth } from './health-counts.ts';
import { SortSelect } from './sort-select.tsx';

type Props = {
  readonly processes: readonly Process[];
  readonly query: ProcessQuery;
  readonly matching: number;
  readonly onAsk: Ask;
};

/** What there is above a table that is too long to be read whole. */
export function ProcessControls({ processes, query, matching, onAsk }: Props) {
  const counts = useMemo(() => countHealth(processes), [processes]);
  const remarks = useMemo(
    () => filterRemarks(parseFilter(query.filter), processes),
    [query.filter, processes],
  );
  const narrowed = isNarrowed(query);
  return (
    <search className="process-controls" aria-label="Processes">
      <FilterBox text={query.filter} remarks={remarks} onChange={(filter) => onAsk({ filter })} />
      <HealthChips
        counts={counts}
        chosen={query.health}
        problemsOnly={query.problemsOnly}
        onChoose={(health) => onAsk({ health }, PUSHED)}
        onProblemsOnly={(problemsOnly) => onAsk({ problemsOnly }, PUSHED)}
      />
      <SortSelect sort={query.sort} onAsk={onAsk} />
      <div className="process-matches">
        <p role="status">
          {narrowed && `matches ${formatCount(matching)} of ${formatCount(processes.length)}`}
        </p>
        {narrowed && <Button onClick={() => onAsk(NOTHING_LEFT_OUT, PUSHED)}>Show all</Button>}
      </div>
    </search>
  );
}
