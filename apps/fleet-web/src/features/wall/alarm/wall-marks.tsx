import type { WallMark } from './wall-mark.ts';

/** What the wall was asked for beside showing the fleet, and whether it works. */
export function WallMarks({ marks }: { readonly marks: readonly WallMark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul className="wall-marks" aria-label="Sound and screen">
      {marks.map(({ armed, text }) => (
        <li key={text} data-armed={armed}>
          {armed ? '✓' : '!'} {text}
        </li>
      ))}
    </ul>
  );
}
