import './time-axis.css';
import { useFreshnessKind } from '../../components/freshness.ts';
import type { TimeSpan } from './time-span.ts';

/** The marks of a span, for the eye alone. */
export function TimeAxis({ span }: { readonly span: TimeSpan }) {
  const isOld = useFreshnessKind() === 'old';
  return (
    <div className="time-axis" aria-hidden="true">
      {[...span.marks, isOld ? 'last read' : 'now'].map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
    </div>
  );
}
