import { useMeasure } from '../../../components/use-measure.ts';

/** How many lines of its own type fit into a list whose height its contents do not decide. */
export function useRoom() {
  const { ref, measured } = useMeasure(0, roomOf);
  return { ref, room: measured };
}

function roomOf(element: HTMLUListElement): number {
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
  return Math.floor(element.clientHeight / lineHeight);
}
