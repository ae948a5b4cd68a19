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
    customers,
    revisits: { overdue: revisits.overdue, neverContacted: revisits.neverContacted },
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
    tickets: { open: tickets.open, breached: tickets.breached },
    campaigns: report.campaigns,
    rfm: report.rfm,
    concentration: report.concentration,
    problems: report.problems.map(({ table, row, id, column, code, message }) => ({
      ...{ table, row, id },
      column: problemColumn({ table, column }),
      ...{ code, message },
    })),
    problemCounts: report.problemCounts,
    ...(report.rows ? { rows: report.rows } : {}),
  };
}
