import { problemColumn } from '../actions/problemMessage';
import type { Report } from '../actions/report';

/**
 * The report as the documented JSON: exactly these fields, columns by their public ids. The pane sees more of a report
 * than programs may rely on.
 */
export function reportJson(report: Report): object {
  const { customers, revisits, funnel, tickets } = report;
  return {
    asOf: report.asOf,
    today: todayJson(report.today),
    customers,
    revisits: revisitsJson(revisits),
    funnel: {
      ...funnel,
      stages: funnel.stages.map(({ stage, count, amount, weighted, withoutAmount }) => ({
        stage,
        count,
        amount,
        weighted,
        withoutAmount,
      })),
    },
    tickets: ticketsJson(tickets),
    campaigns: report.campaigns,
    audience: report.audience,
    receivables: report.receivables,
    affinity: report.affinity,
    trend: report.trend,
    rfm: report.rfm,
    concentration: report.concentration,
    contribution: report.contribution,
    forecast: report.forecast,
    targets: report.targets,
    lostReasons: report.lostReasons,
    lifecycle: report.lifecycle,
    activity: report.activity,
    loyalty: report.loyalty,
    prediction: report.prediction,
    tierReview: report.tierReview,
    surveys: report.surveys,
    suggestions: report.suggestions,
    people: report.people,
    assignment: report.assignment,
    pool: report.pool,
    quality: report.quality,
    milestones: report.milestones,
    care: report.care,
    problems: report.problems.map(({ table, row, id, column, code, message }) => ({
      ...{ table, row, id },
      column: problemColumn({ table, column }),
      ...{ code, message },
    })),
    problemCounts: report.problemCounts,
    ...(report.rows ? { rows: report.rows } : {}),
  };
}

/** Rows of the sheet are the pane's own: they move with every sorting. */
const todayJson = ({ items, counts }: Report['today']) => ({
  items: items.map(({ row: _, ...item }) => item),
  counts,
});

/** `openBreached` is the pane's own: `open` and `breached` were documented first. */
const ticketsJson = ({ openBreached: _, ...tickets }: Report['tickets']) => tickets;

/** Whom nobody contacted yet is a list in the pane, a count for programs. */
const revisitsJson = ({ neverContactedCustomers: _, ...revisits }: Report['revisits']) => revisits;
