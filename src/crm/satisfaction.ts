import { partsOf } from '../shared/dates';

/** Customer satisfaction and net promoters (C-56, C-57), always with the number of answers. */
export type SurveyKind = 'csat' | 'nps';

export interface Satisfaction {
  /** Answers within the scale. */
  readonly n: number;
  /** Answers that are no whole number of the scale: left out, counted. */
  readonly invalid: number;
  /** CSAT: share 0 to 1 of 4 and 5 of 5. NPS: -100 to 100. `null` without answers. */
  readonly score: number | null;
  /** Standard error in the unit of `score`; `null` without answers. */
  readonly standardError: number | null;
}

const scales: Readonly<Record<SurveyKind, { readonly low: number; readonly high: number }>> = {
  csat: { low: 1, high: 5 },
  nps: { low: 0, high: 10 },
};

const valid = (kind: SurveyKind, score: number | null): score is number =>
  score !== null && Number.isInteger(score) && score >= scales[kind].low && score <= scales[kind].high;

/** Share of 4 to 5 on a scale of 1 to 5 (top two boxes); error sqrt(p(1-p)/n). Blanks are no answers. */
export function csat(scores: readonly (number | null)[]): Satisfaction {
  const answers = scores.filter((score) => valid('csat', score));
  const n = answers.length;
  const counts = { n, invalid: given(scores) - n };
  if (!n) return { ...counts, score: null, standardError: null };
  const p = answers.filter((score) => score >= 4).length / n;
  return { ...counts, score: p, standardError: Math.sqrt((p * (1 - p)) / n) };
}

export interface MeanScore {
  /** Answers on the scale. */
  readonly n: number;
  /** 1 to 5. */
  readonly mean: number;
}

/** Mean mark on the scale of 1 to 5, whoever asked for it (C-14, C-56); `null` without an answer: that is not 0. */
export function meanScore(scores: readonly (number | null)[]): MeanScore | null {
  const answers = scores.filter((score) => valid('csat', score));
  return answers.length
    ? { n: answers.length, mean: answers.reduce((sum, score) => sum + score, 0) / answers.length }
    : null;
}

/** Promoters (9-10) minus detractors (0-6) in points; error 100 sqrt((p + d - (p - d)^2)/n). Blanks are no answers. */
export function nps(scores: readonly (number | null)[]): Satisfaction & NetPromoters {
  const answers = scores.filter((score) => valid('nps', score));
  const n = answers.length;
  const promoters = answers.filter((score) => score >= 9).length;
  const detractors = answers.filter((score) => score <= 6).length;
  const counts = { n, invalid: given(scores) - n, promoters, passives: n - promoters - detractors, detractors };
  if (!n) return { ...counts, score: null, standardError: null };
  const [p, d] = [promoters / n, detractors / n];
  return { ...counts, score: 100 * (p - d), standardError: 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n) };
}

export interface NetPromoters {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

const given = (scores: readonly (number | null)[]) => scores.filter((score) => score !== null).length;

/** One answer of a survey; `at` is a serial. */
export interface SurveyAnswer {
  readonly kind: SurveyKind;
  readonly score: number | null;
  readonly at: number | null;
}

export interface QuarterScore extends Satisfaction {
  /** `2026-Q1`. */
  readonly quarter: string;
}

/** Trend of one kind by calendar quarter, ascending; answers without a date are in no quarter. */
export function byQuarter(answers: readonly SurveyAnswer[], kind: SurveyKind): QuarterScore[] {
  const quarters = new Map<string, (number | null)[]>();
  for (const answer of answers) {
    if (answer.kind !== kind || answer.at === null) continue;
    const quarter = quarterOf(answer.at);
    const scores = quarters.get(quarter) ?? [];
    if (!scores.length) quarters.set(quarter, scores);
    scores.push(answer.score);
  }
  const measure = kind === 'csat' ? csat : nps;
  return [...quarters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, scores]) => {
      const { n, invalid, score, standardError } = measure(scores);
      return { quarter, n, invalid, score, standardError };
    });
}

export function quarterOf(serial: number): string {
  const { year, month } = partsOf(Math.floor(serial));
  return `${year}-Q${Math.ceil(month / 3)}`;
}
