/** A span as people say it: `45s`, `14m`, `3h 20m`, `2d 4h`; whole units, rounded down. */
export function durationText(sec: number): string {
  const whole = Math.max(0, Math.floor(sec));
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m`;
  if (whole < 86_400) return twoUnits(Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'm');
  return twoUnits(Math.floor(whole / 86_400), 'd', Math.floor((whole % 86_400) / 3600), 'h');
}

function twoUnits(most: number, mostUnit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${most}${mostUnit}` : `${most}${mostUnit} ${rest}${restUnit}`;
}
