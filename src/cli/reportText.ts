import type { Report } from '../actions/report';
import { translator, type Translate } from '../shared/i18n';
import type { Environment } from '../template/twins';

/** Overdue revisits that are listed one by one. */
const listed = 10;
/** Widths of the funnel's figures. */
const widths = { count: 10, amount: 14, weighted: 14, withoutAmount: 12 } as const;
const stageWidth = 24;

type Words = Pick<Environment, 'language' | 'label' | 'rules'>;
type Overdue = Report['revisits']['overdue'][number];

/** The report as a person reads it: in the workbook's language, with its own names of stages, tiers and rules. */
export function reportText(report: Report, words: Words): string {
  const t: Translate = (key, values) => translator(words.language)(`cli.report.${key}`, values);
  return [
    t('asOf', { day: report.asOf }),
    ['', ...customerLines(report, words, t)],
    ['', ...funnelLines(report, words, t)],
    ['', ...otherLines(report, t)],
  ]
    .flat()
    .join('\n');
}

function customerLines({ customers, revisits }: Report, words: Words, t: Translate): string[] {
  const tiers = Object.entries(customers.byTier).map(([tier, count]) => `${words.label('tier', tier)}: ${count}`);
  const more = revisits.overdue.length - listed;
  return [
    t('customers', { customers: customers.count, tiers: tiers.join('   ') }),
    t('revisits', { overdue: revisits.overdue.length, never: revisits.neverContacted }),
    ...revisits.overdue.slice(0, listed).map((line) => overdueLine(line, words, t)),
    ...(more > 0 ? [t('more', { more })] : []),
  ];
}

const overdueLine = (line: Overdue, words: Words, t: Translate): string =>
  t('overdue', {
    days: String(line.daysOverdue).padStart(5),
    ...{ customer: line.customer, dueAt: line.dueAt, rule: ruleName(line.rule, words, t) },
    ...{ owner: line.owner ?? t('noOwner'), supervisor: line.supervisor ?? t('noSupervisor') },
  });

function ruleName(code: string | null, { rules }: Words, t: Translate): string {
  if (code === 'agreed') return t('agreed');
  return rules.find(({ rule }) => rule === code)?.name ?? code ?? t('unknown');
}

function funnelLines({ funnel }: Report, { label }: Words, t: Translate): string[] {
  const columns = Object.keys(widths) as (keyof typeof widths)[];
  const line = (first: string, cell: (column: keyof typeof widths) => string) =>
    first +
    ' '.repeat(Math.max(1, stageWidth - cellsOf(first))) +
    columns.map((column) => padded(cell(column), widths[column])).join('');
  const { won, lost, winRate, bookings, deliveries, cash } = funnel;
  return [
    line(t('stage'), t),
    ...funnel.stages.map((stage) => line(label('stage', stage.stage), (column) => number(stage[column], t))),
    t('decided', {
      ...{ won: won.count, amount: number(won.amount, t) },
      ...{ lost: lost.count, rate: percent(winRate, t) },
    }),
    t('money', { bookings: number(bookings, t), deliveries: number(deliveries, t), cash: number(cash, t) }),
  ];
}

function otherLines({ tickets, campaigns, problems, problemCounts }: Report, t: Translate): string[] {
  const codes = Object.entries(problemCounts).map(([code, count]) => `${code}: ${count}`);
  return [
    t('tickets', { open: tickets.open, breached: tickets.breached }),
    ...campaigns.map(({ campaign, actualCost, won, roi }) =>
      t('campaign', { campaign, cost: number(actualCost, t), won: number(won, t), roi: percent(roi, t) }),
    ),
    '',
    t('problems', { problems: problems.length, codes: codes.join('  ') }),
  ];
}

const number = (value: number | null, t: Translate) => (value === null ? t('unknown') : value.toLocaleString('en-US'));
const percent = (value: number | null, t: Translate) =>
  value === null ? t('unknown') : `${(value * 100).toFixed(1)} %`;

/** Places that a text takes in a terminal: Chinese characters take two. */
const cellsOf = (text: string): number => [...text].reduce((sum, char) => sum + (char >= '\u2e80' ? 2 : 1), 0);
const padded = (text: string, width: number): string => ' '.repeat(Math.max(1, width - cellsOf(text))) + text;
