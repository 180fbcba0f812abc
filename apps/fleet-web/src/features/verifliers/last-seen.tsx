import { Age } from '../../components/age.tsx';

type Props = { readonly instant: string | null; readonly ageSec: number | null };

/** How long ago a monitor last saw an agent. */
export function LastSeen({ instant, ageSec }: Props) {
  if (instant === null || ageSec === null) return 'never';
  return (
    <>
      <Age seconds={ageSec} instant={instant} /> ago
    </>
  );
}
