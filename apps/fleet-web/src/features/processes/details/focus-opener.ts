/** Gives the focus back to the row of a process, or to the table when that row is not shown. */
export function focusOpener(process_id: string): void {
  const opener = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(process_id)}"]`);
  const table = document.querySelector<HTMLElement>('.process-scroller');
  (opener ?? table)?.focus();
}
