import './panel.css';
import { type ReactNode, useId } from 'react';
import { DataAge } from './data-age.tsx';
import { useFreshness } from './freshness.ts';
import { StatusBadge } from './status-badge.tsx';
import { answerFace } from './status-face.ts';

type Props = {
  readonly title: string;
  /** The anchor that other parts of the page link to. */
  readonly name: string;
  /** The section's verdict, if it has one. */
  readonly level?: string | undefined;
  /** Whether an amber verdict is what was planned. */
  readonly planned?: boolean | undefined;
  /** The section in one line. */
  readonly fact?: ReactNode;
  /** The section's own trouble, as the API words it. */
  readonly error?: string | undefined;
  /** Left out while there is no snapshot at all; null when the head says it all. */
  readonly children?: ReactNode;
};

/** A section of the page in each of its forms: loading, never read, live with or without its own error, old. */
export function Panel({ title, name, level, planned, fact, error, children }: Props) {
  const heading = useId();
  const freshness = useFreshness();
  return (
    <section
      id={name}
      className="panel"
      data-state={freshness.kind}
      data-tone={answerFace({ level, planned })?.token}
      aria-labelledby={heading}
      aria-busy={freshness.kind === 'loading'}
    >
      <header className="panel-head">
        <h2 id={heading}>{title}</h2>
        {level !== undefined && <StatusBadge level={level} planned={planned} />}
        {fact !== undefined && <p className="panel-fact">{fact}</p>}
        {freshness.kind === 'old' && (
          <p className="panel-old">
            old, read <DataAge clock={freshness.clock} /> ago
          </p>
        )}
      </header>
      {error !== undefined && <p className="panel-error">{error}</p>}
      {children === undefined ? <NoSnapshot loading={freshness.kind === 'loading'} /> : children}
    </section>
  );
}

function NoSnapshot({ loading }: { readonly loading: boolean }) {
  if (!loading) return <p className="panel-empty">? No data: this has not been read yet</p>;
  return (
    <div className="panel-skeleton">
      <span className="visually-hidden">Loading…</span>
      <i />
      <i />
    </div>
  );
}

/** What a section says when it was read and there is nothing in it. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="panel-empty">{children}</p>;
}
