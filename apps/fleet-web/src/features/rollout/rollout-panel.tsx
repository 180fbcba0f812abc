import './rollout-panel.css';
import type { Rollout } from 'fleet-core/contract/rollout';
import { FoldedList } from '../../components/folded-list.tsx';
import { Panel } from '../../components/panel.tsx';
import { formatCount } from '../../format/count.ts';
import { ownershipWord } from '../../format/ownership-word.ts';
import { GroupStop } from './group-stop.tsx';
import { HostStop } from './host-stop.tsx';
import { phaseLook } from './phase-look.ts';
import { railStops } from './rail-stops.ts';
import { sessionText } from './session-text.ts';

const SESSIONS_SHOWN = 4;

/** How far the rollout has come: each host with its phase, who is next, and what has been begun. Folded where nothing is under way. */
export default function RolloutPanel({ rollout }: { readonly rollout: Rollout }) {
  const { progress, advance, unknown_because, sessions, under_way } = rollout;
  const isUnderWay = under_way !== false;
  const stage = stageText(rollout);
  const where = isUnderWay ? [progress, stage] : ['Nothing is being rolled out', progress ?? stage];
  return (
    <Panel
      title="Rollout"
      name="rollout"
      opens={isUnderWay}
      fact={where.filter((text) => text !== null).join(' · ')}
    >
      <p className="rollout-advance">Advancing means: {advance ?? `not known, because ${unknown_because}`}</p>
      <Rail rollout={rollout} />
      {sessions.length > 0 && (
        <FoldedList label="Open rollouts" shown={SESSIONS_SHOWN} items={sessions}>
          {(session) => <span className="rollout-session">{sessionText(session)}</span>}
        </FoldedList>
      )}
    </Panel>
  );
}

const PHASES = ['active', 'standby', 'pinned', 'dynamic', 'v1_or_absent', 'stopped', 'unknown'] as const;

/** `mixed: 3 pinned, 3 dynamic`, with the planned stage where it is another. */
function stageText({ stage, planned_stage, counts }: Rollout): string {
  const plan =
    planned_stage === null || planned_stage === stage ? '' : `, but planned ${ownershipWord(planned_stage)}`;
  const phases = PHASES.filter((phase) => counts[phase] > 0).map(
    (phase) => `${formatCount(counts[phase])} ${phaseLook(phase).word}`,
  );
  const word = stage === 'unknown' ? 'stage not known' : ownershipWord(stage);
  return `${word}${plan}${phases.length === 0 ? '' : `: ${phases.join(', ')}`}`;
}

function Rail({ rollout }: { readonly rollout: Rollout }) {
  if (rollout.hosts.length === 0) return null;
  return (
    <ol className="stops" aria-label="Hosts of the rollout">
      {railStops(rollout).map(({ hosts }) => {
        const [host] = hosts;
        return (
          <li key={host.host_id} data-group={hosts.length > 1}>
            {hosts.length > 1 ? (
              <GroupStop hosts={hosts} />
            ) : (
              <HostStop host={host} isNext={host.host_id === rollout.next?.host_id} />
            )}
          </li>
        );
      })}
    </ol>
  );
}
