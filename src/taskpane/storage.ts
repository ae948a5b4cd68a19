/**
 * What this machine remembers for a person: a convenience, never data. Browsers that block storage in frames, and full
 * ones, throw: then nothing is remembered, and everything works as on the first day.
 */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Remembers a text; `null` forgets it. */
export function remember(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, text);
  } catch {
    // See above.
  }
}

const prefix = 'workbook-crm.';
