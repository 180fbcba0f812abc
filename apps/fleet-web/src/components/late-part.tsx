import { Component, type PropsWithChildren, type ReactNode, Suspense } from 'react';
import { Empty } from './panel.tsx';

type Props = PropsWithChildren<{
  /** What it is, as the beginning of a sentence. */
  readonly what: string;
  /** What stands around the words that stand in its place. */
  readonly frame?: (words: ReactNode) => ReactNode;
}>;

/** A part whose code is loaded when it is needed; that it could not be had is said in its place. */
export class LatePart extends Component<Props, { readonly isMissing: boolean }> {
  override readonly state = { isMissing: false };

  static getDerivedStateFromError() {
    return { isMissing: true };
  }

  override render() {
    const { what, frame = (words) => words, children } = this.props;
    return this.state.isMissing ? (
      frame(
        <div role="alert">
          <Empty>{what} could not be loaded. The server may have been updated: reload the page.</Empty>
        </div>,
      )
    ) : (
      <Suspense fallback={frame(<Empty>Loading…</Empty>)}>{children}</Suspense>
    );
  }
}
