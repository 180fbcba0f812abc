import './dependencies-panel.css';
import type { Dependency } from 'fleet-core/contract/dependency';
import { Empty, Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { countOf, formatCount } from '../../format/count.ts';

/** What the processes need from others, summed over all of them. */
export function DependenciesPanel({ dependencies }: { readonly dependencies: readonly Dependency[] | null }) {
  if (dependencies === null) return <Panel title="Dependencies" name="dependencies" />;
  return (
    <Panel
      title="Dependencies"
      name="dependencies"
      fact={
        dependencies.length === 0 ? undefined : countOf(dependencies.length, 'dependency', 'dependencies')
      }
    >
      {dependencies.length === 0 ? (
        <Empty>No process reports dependencies</Empty>
      ) : (
        <table className="data-table as-cards dependencies">
          <thead>
            <tr>
              <th scope="col">Health</th>
              <th scope="col">Dependency</th>
              <th scope="col" className="number">
                Red
              </th>
              <th scope="col" className="number">
                Amber
              </th>
              <th scope="col" className="number">
                Healthy
              </th>
              <th scope="col" className="number">
                From stale
              </th>
              <th scope="col">Last error</th>
            </tr>
          </thead>
          <tbody>
            {dependencies.map((dependency) => (
              <DependencyRow key={dependency.name} dependency={dependency} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function DependencyRow({ dependency }: { readonly dependency: Dependency }) {
  const { name, status, red_count, amber_count, green_count, stale_count, last_error } = dependency;
  return (
    <tr data-level={status}>
      <td>
        <StatusBadge level={status} />
      </td>
      <th scope="row">{name}</th>
      <td className="number" data-label="Red">
        {formatCount(red_count)}
      </td>
      <td className="number" data-label="Amber">
        {formatCount(amber_count)}
      </td>
      <td className="number" data-label="Healthy">
        {formatCount(green_count)}
      </td>
      <td className="number" data-label="From stale">
        {formatCount(stale_count)}
      </td>
      <td className="error-text wide" data-label="Last error" data-empty={last_error === undefined}>
        {last_error ?? '—'}
      </td>
    </tr>
  );
}
