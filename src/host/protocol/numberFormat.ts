import { requireArgument } from '../errors';
import { text } from './convert';

/** Text in quotes, escaped or padding characters, and what Excel knows between square brackets. */
const LITERALS = /"[^"]*"|\\.|_.|\*./gs;
const BRACKETS =
  /\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s?\d{1,2}|h+|m+|s+|dbnum\d|[<>=]{1,2}-?[\d.]+|\$[^\]]*|ENG|natnum\d+[^\]]*)\]/gi;

/** A number format has at most four sections. */
const MAX_SECTIONS = 4;

/**
 * Checks a number format roughly: quotes and brackets are closed, brackets hold something Excel knows, no more than four
 * sections (rule `number-format-checked`).
 * @throws InvalidArgument
 */
export function numberFormat(value: unknown): string {
  const format = text(value);
  const codes = format.replace(LITERALS, '').replace(BRACKETS, '');
  requireArgument(!/["[\]]/.test(codes) && codes.split(';').length <= MAX_SECTIONS, format);
  return format === '' ? 'General' : format;
}
