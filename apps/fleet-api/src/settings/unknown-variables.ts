/** What settings of ours begin with. */
const PREFIXES = ['BUCKET_', 'DASHBOARD_', 'DB_', 'FLEET_', 'HOST_DASHBOARD_'] as const;
/** Settings of the throwaway databases, which may stand in the same environment. */
const NOT_OURS = 'FLEET_LAB_';
/** So many letters make one name of another at most. */
const NEAR = 3;

/** One line for each variable that looks like a setting and is none, with the setting that was probably meant. */
export function unknownVariables(names: readonly string[], settings: readonly string[]): string[] {
  return names
    .filter((name) => !settings.includes(name) && !name.startsWith(NOT_OURS))
    .map((name) => ({ name, nearest: nearestOf(name, settings) }))
    .filter(
      ({ name, nearest }) => nearest?.distance === 1 || PREFIXES.some((prefix) => name.startsWith(prefix)),
    )
    .map(({ name, nearest }) =>
      nearest === undefined
        ? `${name} is no setting`
        : `${name} is no setting; the nearest is ${nearest.setting}`,
    )
    .sort();
}

function nearestOf(name: string, settings: readonly string[]) {
  const [nearest] = settings
    .map((setting) => ({ setting, distance: editDistance(name, setting) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest !== undefined && nearest.distance <= NEAR ? nearest : undefined;
}

/** How many letters must be put in, taken out or replaced. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    let left = i + 1;
    row = [
      left,
      ...[...to].map((other, j) => {
        const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
        left = Math.min(replaced, left + 1, (row[j + 1] ?? 0) + 1);
        return left;
      }),
    ];
  }
  return row.at(-1) ?? 0;
}
