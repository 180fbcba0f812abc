import type { Cause } from 'fleet-core/contract/cause';
import { SubjectLink } from '../../components/handle/subject-link.tsx';
import { formatCount } from '../../format/count.ts';

const MOST_SHOWN = 8;

/** Whom a cause concerns, each name the way to it. Nothing where that is the whole fleet. */
export function CauseSubjects({ cause }: { readonly cause: Cause }) {
  const subjects = subjectsOf(cause);
  if (subjects.length === 0) return null;
  const more = subjects.length - MOST_SHOWN;
  return (
    <p className="cause-subjects">
      <span className="muted">Look at</span>{' '}
      {subjects.slice(0, MOST_SHOWN).map(({ kind, id }, place) => (
        <span key={`${kind} ${id}`}>
          {place > 0 && ', '}
          <SubjectLink kind={kind} id={id} />
        </span>
      ))}
      {more > 0 && <span className="muted"> and {formatCount(more)} more</span>}
    </p>
  );
}

type Subject = { readonly kind: string; readonly id: string };

/** What it is about, then the hosts, each once. */
function subjectsOf({ subject, hosts }: Cause): Subject[] {
  const own = subject.ids.map((id) => ({ kind: subject.kind, id }));
  const others = hosts.map((id) => ({ kind: 'host', id }));
  return subject.kind === 'host' ? own : [...own, ...others];
}
