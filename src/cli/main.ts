import { Command } from 'commander';
import pkg from '../../package.json';
import { CrmError } from '../shared/errors';
import { translator } from '../shared/i18n';
import { newWorkbook, type NewOptions } from './new';
import { printReport, type ReportOptions } from './report';
import { UsageError } from './usage';

/** Exit codes: 0 done, 1 the input is wrong (said on stderr), 2 wrong usage, 70 a fault of ours. */
const exit = { input: 1, usage: 2, fault: 70 } as const;

const program = new Command('crm')
  .description('A CRM workbook without Excel: make one from your data, or report on one.')
  .version(pkg.version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : exit.usage))
  .showHelpAfterError('(crm --help shows every command)');

const collect = (value: string, previous: string[] = []) => [...previous, value];

program
  .command('new')
  .description('Create a CRM workbook, empty, with sample data or filled from CSV/XLSX files.')
  .argument('<out.xlsx>', 'file to write; an existing one is replaced only when everything went well')
  .option('--lang <language>', 'en or zh-CN', 'en')
  .option('--import <table=file>', 'fill a table from a CSV or XLSX file; repeat for more tables', collect)
  .option('--map <map.json>', 'how headers and values of your files map to the template (see below)')
  .option('--today <YYYY-MM-DD>', 'fill the as-of date, so that the workbook counts from that day')
  .option('--currency <code>', 'ISO code of the one currency of the workbook (default: USD, CNY with --lang zh-CN)')
  .option('--sample', 'fill with sample data')
  .addHelpText('after', importHelp())
  .action((out: string, options: NewOptions) => newWorkbook(out, options));

program
  .command('report')
  .description('Compute tiers, overdue revisits, funnel, tickets and campaigns from the tables of a workbook.')
  .argument('<file.xlsx>', 'a CRM workbook')
  .option('--today <YYYY-MM-DD>', 'count from this day instead of today or the as-of date in Settings')
  .option('--json', 'print JSON for programs')
  .option('--rows', 'with --json: every computed column of every record')
  .addHelpText(
    'after',
    `
Exit codes: 0 done, 1 an input is wrong (said on stderr), 2 wrong usage, 70 a fault of the program.`,
  )
  .action((file: string, options: ReportOptions) => printReport(file, options));

function importHelp(): string {
  return `
Tables: customers, contacts, followUps, opportunities, orders, tickets, campaigns, campaignTasks, products, team
(captions and common names work too: Accounts, Deals, 客户, 商机 ...). Headers are recognised in English and Chinese.

Reference columns (customerId, ownerId, productId ...) take an id or a name. Customers and people that are referred to
but missing are created; a missing product is listed with the nearest name.

The map says what is not recognised by itself: headers by table, then cell texts by column. One text may fill several
columns; null leaves a header out on purpose.
  {
    "opportunities": {
      "columns": { "Rep": "ownerId", "Internal code": null },
      "values": { "stage": { "Engaging": "needsDefined", "Won": { "stage": "committed", "outcome": "won" } } }
    }
  }
What cannot be mapped or read stays in its cell as text, is marked, and is listed in OUT.problems.csv.

Example:
  crm new book.xlsx --import customers=accounts.csv --import opportunities=deals.csv --map map.json`;
}

/** One line in the person's words; a stack only for faults of ours. */
function explain(error: unknown): never {
  if (error instanceof UsageError) fail(error.message, exit.usage);
  if (error instanceof CrmError) fail(messageOf(error), exit.input);
  console.error(error);
  process.exit(exit.fault);
}

function messageOf({ code, params }: CrmError): string {
  // A damaged workbook is told by its part when that is known, else by what went wrong.
  const message = translator('en')(`errors.${code}`, { part: params.detail ?? '', ...params });
  return params.file === undefined ? message : `${params.file}: ${message}`;
}

function fail(message: string, code: number): never {
  console.error(`crm: ${message}`);
  process.exit(code);
}

program.parseAsync().catch(explain);
