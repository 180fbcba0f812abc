/** Whether the fleet has just turned red. What a wall finds red when it starts is no news. */
export function turnsRed(before: string | null, after: string | null): boolean {
  return before !== null && before !== 'red' && after === 'red';
}
