import type { Stretch } from './ribbon-scale.ts';

/** The size of the picture's type where nobody asks for another. */
export const TYPE_PX = 12;

const CHARACTER_EM = 0.64;

/** About how wide a text of the picture is, in pixels; rather too wide than too narrow. */
export function textWidth(text: string, typePx: number): number {
  return text.length * CHARACTER_EM * typePx;
}

/** A fault to be labelled. */
export type LabelledFault = Stretch & {
  /** `rest` is v1's, and no fault; `stale` is an owner that nobody has heard of. */
  readonly kind: 'gap' | 'overlap' | 'rest' | 'stale';
  readonly min: number;
  readonly max: number;
  readonly text: string;
  /** The same with the hosts concerned, for where there is room. */
  readonly longText: string;
};

/** A label under the picture; its text is centred on `x`. */
export type FaultLabel = {
  readonly x: number;
  readonly text: string;
  readonly kind: LabelledFault['kind'] | 'several';
};

const SPACE_BETWEEN_EM = 10 / 12;

/** Puts a label under each fault, with hosts where they fit; those that would touch become one that counts them. */
export function faultLabels(faults: readonly LabelledFault[], width: number, typePx = TYPE_PX): FaultLabel[] {
  let groups = [...faults].sort((a, b) => a.x - b.x).map((fault) => [fault]);
  for (;;) {
    const merged = mergeTouching(groups, width, typePx);
    if (merged.length === groups.length) return withHosts(groups, width, typePx);
    groups = merged;
  }
}

function withHosts(
  groups: readonly (readonly LabelledFault[])[],
  width: number,
  typePx: number,
): FaultLabel[] {
  const labels = groups.map((group) => labelOf(group, width, typePx));
  groups.forEach((group, index) => {
    const [only] = group;
    if (only === undefined || group.length > 1 || textWidth(only.longText, typePx) > width) return;
    const longer = labelOf(group, width, typePx, only.longText);
    const before = labels[index - 1];
    const after = labels[index + 1];
    if (before && touch(before, longer, typePx)) return;
    if (after && touch(longer, after, typePx)) return;
    labels[index] = longer;
  });
  return labels;
}

function mergeTouching(groups: readonly LabelledFault[][], width: number, typePx: number): LabelledFault[][] {
  const merged: LabelledFault[][] = [];
  for (const group of groups) {
    const previous = merged.at(-1);
    const touches =
      previous && touch(labelOf(previous, width, typePx), labelOf(group, width, typePx), typePx);
    if (touches) previous.push(...group);
    else merged.push([...group]);
  }
  return merged;
}

function touch(left: FaultLabel, right: FaultLabel, typePx: number): boolean {
  const halves = (textWidth(left.text, typePx) + textWidth(right.text, typePx)) / 2;
  return right.x - left.x < halves + SPACE_BETWEEN_EM * typePx;
}

function labelOf(
  group: readonly LabelledFault[],
  width: number,
  typePx: number,
  text = groupText(group),
): FaultLabel {
  const left = Math.min(...group.map((fault) => fault.x));
  const right = Math.max(...group.map((fault) => fault.x + fault.width));
  const half = textWidth(text, typePx) / 2;
  return { x: Math.max(half, Math.min((left + right) / 2, width - half)), text, kind: groupKind(group) };
}

function groupKind(group: readonly LabelledFault[]): FaultLabel['kind'] {
  const kinds = new Set(group.map((fault) => fault.kind));
  const [only] = kinds;
  return only !== undefined && kinds.size === 1 ? only : 'several';
}

const NOUNS = {
  gap: 'gaps',
  overlap: 'overlaps',
  rest: 'ranges of v1',
  stale: 'silent owners',
  several: 'marks',
} as const;

function groupText(group: readonly LabelledFault[]): string {
  const [only] = group;
  if (only && group.length === 1) return only.text;
  const noun = NOUNS[groupKind(group)];
  const min = Math.min(...group.map((fault) => fault.min));
  const max = Math.max(...group.map((fault) => fault.max));
  return `${group.length} ${noun} ${min}–${max}`;
}
