import { quarterOf, type SurveyKind } from '../crm/satisfaction';
import { liveRows, sourceOf } from '../template/views/source';
import type { PaneData } from './context';

/** Answers of one kind up to today, of one quarter or of all time: those that the section `surveys` counts. */
export function surveyRows({ figures }: Pick<PaneData, 'figures'>, kind: SurveyKind, quarter?: string): number[] {
  const { computed, environment } = figures;
  const source = sourceOf(computed);
  const [kinds, scores, days] = ['kind', 'score', 'at'].map((id) => source.column('surveys', id));
  return liveRows(source, 'surveys').filter((row) => {
    const at = days![row] ?? null;
    if (kinds![row] !== kind || (scores![row] ?? null) === null) return false;
    if (typeof at !== 'number') return quarter === undefined;
    return Math.floor(at) <= environment.today && (quarter === undefined || quarterOf(at) === quarter);
  });
}
