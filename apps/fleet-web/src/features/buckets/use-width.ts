import { useMeasure } from '../../components/use-measure.ts';

/** What a picture is drawn with before it is on screen. */
const FIRST_WIDTH = 960;

/** The width of an element in whole pixels, followed as it changes. */
export function useWidth() {
  const { ref, measured } = useMeasure(FIRST_WIDTH, widthOf);
  return { ref, width: measured };
}

function widthOf(element: HTMLDivElement): number {
  return Math.floor(element.getBoundingClientRect().width) || Number.NaN;
}
