import './dialog.css';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from '../button/button.tsx';

type Props = {
  readonly title: string;
  /** Whose dialog it is, for its own rules. */
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** What is asked for lies over the page until it is closed, by its button or by Escape. Drawn only while it is open. */
export function Dialog({ title, className, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // However it goes, the focus returns to where it was.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      data-modal
      aria-labelledby={heading}
      onClose={onClose}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </header>
      {children}
    </dialog>
  );
}
