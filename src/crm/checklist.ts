/**
 * Exit checklists of the stages (C-45): how many stages with criteria a deal left without its checklist being done.
 * @param stageNo the deal's stage, 1-based
 * @param doneNo the last stage whose checklist is done, 1-based; `null` = nobody keeps checklists for this deal
 * @param criteria whether each stage has criteria
 * @returns `null` when nothing can be said
 */
export function skippedChecklists(
  stageNo: number | null,
  doneNo: number | null,
  criteria: readonly boolean[],
): number | null {
  if (stageNo === null || doneNo === null) return null;
  return criteria.filter((has, index) => has && index + 1 > doneNo && index + 1 < stageNo).length;
}
