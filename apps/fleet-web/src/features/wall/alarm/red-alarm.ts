/** Whether the wall has just turned red; null is a time before anything was seen, since what is found red is no news. */
export function turnsRed(before: boolean | null, after: boolean | null): boolean {
  return before === false && after === true;
}
