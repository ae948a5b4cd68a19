import type { HostRuleName } from '../rules';

/** What a probe saw: plain JSON, the same for everybody who sees the same. */
export type Observation = string | number | boolean | null | readonly Observation[] | { [key: string]: Observation };

/** Waits until the slowest event must have arrived. */
export type Wait = () => Promise<void>;

/**
 * One question to Excel. It gets a blank sheet of its own, which is deleted afterwards; a refused call is an
 * observation too (`{ error: code }`).
 */
export interface Probe {
  /** Stable: answers of earlier runs are found by it. */
  readonly id: string;
  /** The host's rule that the answer confirms or refutes; absent: no rule, but something the product relies on. */
  readonly rule?: HostRuleName;
  /** What is asked, in words. */
  readonly question: string;
  readonly observe: (context: Excel.RequestContext, sheet: Excel.Worksheet, wait: Wait) => Promise<Observation>;
}

/** Observes the code with which Excel refuses what `queue` asks, or `ok`. */
export async function outcomeOf(context: Excel.RequestContext, queue: () => void): Promise<string> {
  try {
    queue();
    await context.sync();
    return 'ok';
  } catch (error) {
    return codeOf(error);
  }
}

/** Excel's code of an error, else its name. */
export function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? error);
}
