import './long-text.css';
import { useRef, useState } from 'react';
import { formatCount } from '../../format/count.ts';
import { Button } from '../button/button.tsx';
import { useOverflow } from '../use-overflow.ts';

/** More than three lines of any screen hold: the rest is not even drawn until it is asked for. */
const MOST_DRAWN = 900;

/** A text from outside of any length: three lines of it, and the whole for whoever asks. */
export function LongText({ children: text }: { readonly children: string }) {
  const shown = useRef<HTMLSpanElement>(null);
  const overflows = useOverflow(shown);
  const [isWhole, setIsWhole] = useState(false);
  const isCut = text.length > MOST_DRAWN;
  return (
    <>
      <span ref={shown} className="long-text" data-whole={isWhole || undefined}>
        {isWhole || !isCut ? text : text.slice(0, MOST_DRAWN)}
      </span>
      {(isWhole || isCut || overflows) && (
        <Button aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show less' : `Show all ${formatCount(text.length)} characters`}
        </Button>
      )}
    </>
  );
}
