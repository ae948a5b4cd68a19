import { suggestionCounts, type SuggestionCounts } from '../../crm/suggestion';
import { liveRows, sourceOf } from '../../template/views/source';
import { iso, type Facts } from './facts';
import { ticketLines, type TicketLine } from './tickets';

export interface SuggestionReport extends SuggestionCounts {
  /** Decided, but the customer has not heard of it; the longest waiting first. */
  readonly toReply: readonly (TicketLine & { readonly outcome: string; readonly submittedAt: string | null })[];
}

/** Register of suggestions (C-55, C-92): what became of them and who still has to hear it. */
export function suggestions({ computed }: Facts): SuggestionReport {
  const source = sourceOf(computed);
  const [type, outcome, replied, submitted] = ['type', 'suggestionOutcome', 'repliedAt', 'submittedAt'].map((id) =>
    source.column('tickets', id),
  );
  const line = ticketLines(computed);
  const register = liveRows(source, 'tickets')
    .filter((row) => type![row] === 'suggestion')
    .map((row) => ({
      row,
      outcome: String(outcome![row] ?? 'open'),
      replied: typeof replied![row] === 'number',
      submittedAt: submitted![row] ?? null,
    }));
  return {
    ...suggestionCounts(register),
    toReply: register
      .filter((entry) => entry.outcome !== 'open' && !entry.replied)
      .sort((a, b) => Number(a.submittedAt ?? Infinity) - Number(b.submittedAt ?? Infinity))
      .map((entry) => ({ ...line(entry.row), outcome: entry.outcome, submittedAt: iso(entry.submittedAt) })),
  };
}
