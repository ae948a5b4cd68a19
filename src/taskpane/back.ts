let isBack = false;

/** Where the person came from, with the focus at its title; a pane that opened here goes to Today. */
export function goBack(): void {
  isBack = true;
  if (history.length > 1) history.back();
  else location.hash = '/today';
}

/** Whether the view that is shown now is one that somebody went back to; says so once. */
export function cameBack(): boolean {
  const was = isBack;
  isBack = false;
  return was;
}
