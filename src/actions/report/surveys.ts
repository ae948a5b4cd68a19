import { byQuarter, csat, nps, type QuarterScore, type SurveyAnswer, type SurveyKind } from '../../crm/satisfaction';
import { live, type Facts } from './facts';

export interface SurveyReport {
  readonly csat: ReturnType<typeof csat> & { readonly byQuarter: readonly QuarterScore[] };
  readonly nps: ReturnType<typeof nps> & { readonly byQuarter: readonly QuarterScore[] };
}

/** CSAT and NPS of the surveys up to today, with n, standard error and trend by quarter (C-56, C-57). */
export function surveys({ computed, environment: { today } }: Facts): SurveyReport {
  const answers = live(computed, 'surveys', ['kind', 'score', 'at'])
    .map((row): SurveyAnswer => ({
      kind: row.kind as SurveyKind,
      score: typeof row.score === 'number' ? row.score : null,
      at: typeof row.at === 'number' ? row.at : null,
    }))
    .filter(({ at }) => at === null || Math.floor(at) <= today);
  const scores = (kind: SurveyKind) => answers.filter((answer) => answer.kind === kind).map(({ score }) => score);
  return {
    csat: { ...csat(scores('csat')), byQuarter: byQuarter(answers, 'csat') },
    nps: { ...nps(scores('nps')), byQuarter: byQuarter(answers, 'nps') },
  };
}
