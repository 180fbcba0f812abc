import './causes.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useId } from 'react';
import { useFreshnessKind } from '../../components/freshness.ts';
import { useFold } from '../../components/use-fold.tsx';
import { firstToDo } from '../../format/first-to-do.ts';
import { CauseItem } from './cause-item.tsx';
import { causeKeys } from './cause-keys.ts';
import { FirstCause } from './first-cause.tsx';

const OTHERS_SHOWN = 5;

/** Why the decision is what it is: the cause to deal with first, wholly, and the others folded, once each. */
export function Causes({ snapshot }: { readonly snapshot: FleetSnapshot }) {
  const id = useId();
  // That all was well is no news once it is past.
  const isLive = useFreshnessKind() === 'live';
  const first = firstToDo(snapshot);
  const others = snapshot.causes.filter((cause) => cause !== first);
  const { visible, button } = useFold(others, OTHERS_SHOWN, id);
  const keys = causeKeys(visible);
  return (
    <>
      {first !== undefined && <FirstCause cause={first} snapshot={snapshot} />}
      {first === undefined && isLive && <p className="verdict-reason">{snapshot.decision.detail}</p>}
      {others.length > 0 && (
        <ul id={id} className="causes" aria-label="Other causes">
          {visible.map((cause, place) => (
            <CauseItem key={keys[place]} cause={cause} snapshot={snapshot} />
          ))}
        </ul>
      )}
      {button}
    </>
  );
}
