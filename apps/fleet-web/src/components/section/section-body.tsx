import { type PropsWithChildren, useEffect, useLayoutEffect, useRef } from 'react';

type Props = PropsWithChildren<{
  readonly id: string;
  readonly isOpen: boolean;
  /** The browser has found what was looked for, or what a link leads to, in what is folded. */
  readonly onFound: () => void;
}>;

/** What a section holds. Folded it takes no room, and the browser's own search still finds it. */
export function SectionBody({ id, isOpen, onFound, children }: Props) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isOpen) body.current?.setAttribute('hidden', 'until-found');
  }, [isOpen]);
  useEffect(() => {
    const element = body.current;
    element?.addEventListener('beforematch', onFound);
    return () => element?.removeEventListener('beforematch', onFound);
  }, [onFound]);
  return (
    <div ref={body} id={id} className="section-body" hidden={!isOpen}>
      {children}
    </div>
  );
}
