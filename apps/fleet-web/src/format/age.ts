const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds as people say them, in at most two units: `45s`, `3m 10s`, `2h 5m`, `3d 4h`. */
export function formatAge(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return `${whole}s`;
  if (whole < HOUR) return twoUnits(whole, MINUTE, 'm', 1, 's');
  if (whole < DAY) return twoUnits(whole, HOUR, 'h', MINUTE, 'm');
  return twoUnits(whole, DAY, 'd', HOUR, 'h');
}

function twoUnits(seconds: number, unit: number, name: string, part: number, partName: string): string {
  const rest = Math.floor((seconds % unit) / part);
  return `${Math.floor(seconds / unit)}${name}${rest === 0 ? '' : ` ${rest}${partName}`}`;
}

/** The length of a time window in seconds: `15 min` where it is whole minutes. */
export function formatWindow(seconds: number): string {
  return seconds >= MINUTE && seconds <= 2 * HOUR && seconds % MINUTE === 0
    ? `${seconds / MINUTE} min`
    : formatAge(seconds);
}
