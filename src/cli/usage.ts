import { readIso } from '../shared/dates';

/** The command was called in a way that makes no sense; exit code 2. */
export class UsageError extends Error {}

/** Serial of `--today`; undefined when it was not given. */
export function readToday(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const serial = readIso(text);
  if (serial === null || !Number.isInteger(serial)) throw new UsageError(`--today wants a day such as 2026-03-31, not "${text}".`);
  return serial;
}
