import type { Cause } from 'fleet-core/contract/cause';
import { Age } from '../../components/age.tsx';
import { secondsBetween } from '../../format/utc-time.ts';

type Props = { readonly cause: Cause; readonly generatedAt: string };

/** For how long a cause has stood; nothing where that is not known. */
export function CauseSince({ cause: { since }, generatedAt }: Props) {
  if (since === undefined) return null;
  return (
    <span className="cause-since">
      {' · '}
      for <Age seconds={secondsBetween(since, generatedAt)} instant={since} />
    </span>
  );
}
