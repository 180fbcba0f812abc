import type { CodeMeaning } from 'fleet-core/contract/answers/code-catalogue';
import { JOINT_CAUSE_CODES } from 'fleet-core/contract/cause';
import type { Summary } from 'fleet-core/contract/summary';
import { useLayoutEffect, useRef } from 'react';
import { Button } from '../../components/button/button.tsx';
import { CodeList } from './code-list.tsx';
import { MeaningOfCode } from './meaning-of-code.tsx';

type Props = {
  /** The code that was asked for; empty for all. */
  readonly code: string;
  /** All that are told of; undefined until they are. */
  readonly codes: readonly CodeMeaning[] | undefined;
  /** Why they are not there, as a sentence. */
  readonly error: string | undefined;
  readonly isAsking: boolean;
  readonly onAskAgain: () => void;
  /** What stands now; null while that is not known. */
  readonly summary: Summary | null;
};

/** What a code means in each of its states: being asked for, failed, told, one that there is not, and all of them. */
export function CodeReport({ code, codes, error, isAsking, onAskAgain, summary }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // A link that was followed is gone with the focus that it had.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
    box.current?.closest('dialog')?.scrollTo(0, 0);
  }, [code]);
  const meaning = codes?.find((each) => each.code === code);
  return (
    <div ref={box} className="code-report" tabIndex={-1}>
      <p role="status">{statusText({ code, codes, error, isAsking })}</p>
      {codes === undefined && !isAsking && <Button onClick={onAskAgain}>Ask again</Button>}
      {meaning !== undefined && <MeaningOfCode meaning={meaning} summary={summary} />}
      {codes !== undefined && meaning === undefined && <CodeList codes={codes} />}
    </div>
  );
}

function statusText({
  code,
  codes,
  error,
  isAsking,
}: Pick<Props, 'code' | 'codes' | 'error' | 'isAsking'>): string {
  if (codes === undefined) return isAsking ? 'Asking what it means…' : (error ?? '');
  if (code === '' || codes.some((each) => each.code === code)) return '';
  return JOINT_CAUSE_CODES.some((joint) => joint === code)
    ? `"${code}" is a cause that issues of several codes can have: each of them leads to its own. All codes of issues:`
    : `There is no code "${code}" in what this dashboard tells. All there are:`;
}
