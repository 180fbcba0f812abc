const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** A span as people say it: `95s`, `14m`, `3h 20m`, `2d 4h`; whole units, rounded down. */
export function durationText(sec: number): string {
  const whole = Math.max(0, Math.floor(sec));
  if (whole < 2 * MINUTE) return `${whole}s`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)}m`;
  if (whole < DAY) {
    return twoUnits(Math.floor(whole / HOUR), 'h', Math.floor((whole % HOUR) / MINUTE), 'm');
  }
  return twoUnits(Math.floor(whole / DAY), 'd', Math.floor((whole % DAY) / HOUR), 'h');
}

function twoUnits(most: number, mostUnit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${most}${mostUnit}` : `${most}${mostUnit} ${rest}${restUnit}`;
}

/** `14m (limit 10m)`, where what is past the limit does not look as if it were at it: `just over 10m (limit 10m)`. */
export function pastLimitText(sec: number, limitSec: number): string {
  const past = durationText(sec) === durationText(limitSec) ? 'just over ' : '';
  return `${past}${durationText(sec)} (limit ${limitText(limitSec)})`;
}

/** A limit exactly as it was set, in the largest unit that serves: `90s`, `10m`, `8h`. */
export function limitText(sec: number): string {
  if (sec === 0 || sec % MINUTE !== 0) return `${sec}s`;
  if (sec % HOUR !== 0) return `${sec / MINUTE}m`;
  return sec % DAY === 0 ? `${sec / DAY}d` : `${sec / HOUR}h`;
}
