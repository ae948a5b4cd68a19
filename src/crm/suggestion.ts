/** Suggestions of customers (C-55, C-92): what became of each, and whether the customer was told. */
export interface Suggestion {
  /** `open`, `accepted`, `done`, `declined`. */
  readonly outcome: string;
  readonly replied: boolean;
}

export interface SuggestionCounts {
  readonly n: number;
  readonly byOutcome: Readonly<Record<string, number>>;
  readonly replied: number;
  /** Share of the decided ones whose customer was told; `null` while none is decided. */
  readonly repliedShare: number | null;
}

export function suggestionCounts(suggestions: readonly Suggestion[]): SuggestionCounts {
  const byOutcome: Record<string, number> = { open: 0, accepted: 0, done: 0, declined: 0 };
  for (const { outcome } of suggestions) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
  const decided = suggestions.filter(({ outcome }) => outcome !== 'open');
  return {
    n: suggestions.length,
    byOutcome,
    replied: suggestions.filter(({ replied }) => replied).length,
    repliedShare: decided.length ? decided.filter(({ replied }) => replied).length / decided.length : null,
  };
}
