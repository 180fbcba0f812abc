/** How a phase is shown: filled where v2 is done with the host, hollow where it is not yet. */
export type PhaseLook = { readonly glyph: string; readonly word: string };

const LOOKS: ReadonlyMap<string, PhaseLook> = new Map([
  ['dynamic', { glyph: '■', word: 'dynamic' }],
  ['active', { glyph: '■', word: 'active' }],
  ['pinned', { glyph: '◧', word: 'pinned' }],
  ['standby', { glyph: '□', word: 'in standby' }],
  ['v1_or_absent', { glyph: '□', word: 'v1 or absent' }],
  ['stopped', { glyph: '–', word: 'stopped' }],
  ['unknown', { glyph: '?', word: 'not known' }],
]);

/** The look of a phase; of a word that only a newer API knows, as something not known. */
export function phaseLook(phase: string): PhaseLook {
  return LOOKS.get(phase) ?? { glyph: '?', word: phase };
}
