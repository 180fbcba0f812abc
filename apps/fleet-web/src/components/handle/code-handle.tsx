import { memo, type ReactNode } from 'react';
import { PageLink } from '../../location/page-link.tsx';
import { codePlace } from './places.ts';

type Props = {
  /** An issue's code, exactly. */
  readonly code: string;
  /** What to show in place of the code. */
  readonly children?: ReactNode;
};

/** A code that leads to what it means, and to what to do about it. */
export const CodeHandle = memo(function CodeHandle({ code, children = code }: Props) {
  return (
    <PageLink className="handle code-handle" title="What it means, and what to do" to={codePlace(code)}>
      {children}
    </PageLink>
  );
});
