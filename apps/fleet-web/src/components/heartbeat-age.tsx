import { Age } from './age.tsx';

type Props = { readonly seconds: number | null; readonly instant: string | null; readonly after?: string };

/** How long ago a heartbeat was, with what follows the age; a row may hold none. */
export function HeartbeatAge({ seconds, instant, after = '' }: Props) {
  if (seconds === null || instant === null) return 'none';
  return (
    <>
      <Age seconds={seconds} instant={instant} />
      {after}
    </>
  );
}
