import './panel.css';
import { type ReactNode, useCallback, useId } from 'react';
import { DataAge } from './data-age.tsx';
import { useFreshness } from './freshness.ts';
import { SectionBody } from './section/section-body.tsx';
import { useSection } from './section/use-section.ts';
import { StatusBadge } from './status-badge.tsx';
import { answerFace, isTrouble } from './status-face.ts';

type Props = {
  readonly title: string;
  /** The anchor that other parts of the page link to, and its name in the address. */
  readonly name: string;
  /** The section's verdict, if it has one. */
  readonly level?: string | undefined;
  /** Whether an amber verdict is what was planned. */
  readonly planned?: boolean | undefined;
  /** The section in one line. */
  readonly fact?: ReactNode;
  /** What can be done with the section, at the end of its head. */
  readonly controls?: ReactNode;
  /** The section's own trouble, as the API words it. */
  readonly error?: string | undefined;
  /** Whether it is open by itself; where nothing is said, it is while it is in trouble. */
  readonly opens?: boolean;
  /** Left out while there is no snapshot at all; null when the head says it all. */
  readonly children?: ReactNode;
};

/** A section of the page in each of its forms: loading, never read, live with or without its own error, old; open or one line. */
export function Panel({ title, name, level, planned, fact, controls, error, opens, children }: Props) {
  const heading = useId();
  const body = useId();
  const freshness = useFreshness();
  const face = answerFace({ level, planned });
  const { isOpen, choose } = useSection(name, opens ?? (error !== undefined || isTrouble(face)));
  const open = useCallback(() => choose(true), [choose]);
  const hasBody = error !== undefined || children !== null;
  return (
    <section
      id={name}
      className="panel"
      data-state={freshness.kind}
      data-tone={face?.token}
      data-open={isOpen && hasBody}
      aria-labelledby={heading}
      aria-busy={freshness.kind === 'loading'}
    >
      <header className="panel-head">
        <h2>
          {hasBody ? (
            <button
              type="button"
              className="panel-fold"
              aria-expanded={isOpen}
              aria-controls={body}
              onClick={() => choose(!isOpen)}
            >
              <span id={heading}>{title}</span>
            </button>
          ) : (
            <span id={heading} className="panel-title">
              {title}
            </span>
          )}
        </h2>
        {level !== undefined && <StatusBadge level={level} planned={planned} />}
        {fact !== undefined && <p className="panel-fact">{fact}</p>}
        {controls}
        {freshness.kind === 'old' && (
          <p className="panel-old">
            old, read <DataAge clock={freshness.clock} /> ago
          </p>
        )}
      </header>
      <SectionBody id={body} isOpen={isOpen} onFound={open}>
        {error !== undefined && <p className="panel-error">{error}</p>}
        {children === undefined ? <NoSnapshot isLoading={freshness.kind === 'loading'} /> : children}
      </SectionBody>
    </section>
  );
}

function NoSnapshot({ isLoading }: { readonly isLoading: boolean }) {
  return <Empty>{isLoading ? 'Loading…' : '? No data: this has not been read yet'}</Empty>;
}

/** What a section says when it was read and there is nothing in it. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="panel-empty">{children}</p>;
}
