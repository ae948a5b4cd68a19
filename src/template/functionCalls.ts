/** Text literals and quoted sheet names: what looks like a call in there is none. */
const literals = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)/g;
/** As people see a call, and as Excel shows it where the add-in is missing. `CRM.x!A1` is a sheet. */
const ourFunction = /(?<![\p{L}\p{N}_.\\])(?:CRM(?:DEV)?\.|_xldudf_CRM(?:DEV)?_)\w+(?![\w.]*!)/iu;

/** Whether a cell's formula uses a function of the add-in: without the add-in it cannot be computed (decision 9). */
export const callsFunction = (formula: unknown): formula is string =>
  typeof formula === 'string' && formula.startsWith('=') && ourFunction.test(formula.replace(literals, '""'));
