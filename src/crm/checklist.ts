/**
 * Exit checklists of the stages (C-45): how many stages with criteria a deal left without its checklist being done.
 * @param stageNo the deal's stage, 1-based
 * @param doneNo the last stage whose checklist is done, 1-based; `null` = nobody keeps checklists for this deal
 * @param criteria whether each stage has criteria
 * @param uncheckedMoves moves that the history has as made without a checklist: what counts when nobody keeps them
 * @returns `null` when nothing can be said
 */
export function skippedChecklists(
  stageNo: number | null,
  doneNo: number | null,
  criteria: readonly boolean[],
  uncheckedMoves = 0,
): number | null {
  if (doneNo === null) return uncheckedMoves || null;
  return stageNo === null ? null : openChecklists(1, stageNo, doneNo, criteria).length;
}

/**
 * Stages with criteria, 1-based, that a deal leaves on its way from one stage to another without their checklists being
 * done. None on the way back.
 */
export const openChecklists = (
  fromNo: number,
  toNo: number,
  doneNo: number | null,
  criteria: readonly boolean[],
): number[] =>
  criteria.flatMap((has, index) => {
    const no = index + 1;
    return has && no >= fromNo && no < toNo && no > (doneNo ?? 0) ? [no] : [];
  });
