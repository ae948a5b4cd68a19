import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(process.env['CRM_TEST_DATA'] ?? resolve(__dirname, '../../../shared/data'), 'crm');

/** A real CRM export (Maven Analytics, public domain), or null: tests on it then skip and say so. */
export const realExport: string | null = existsSync(folder) ? folder : null;
if (!realExport) process.stderr.write(`real CRM export: skipped, no ${folder}\n`);

/** Files by table, in the order in which a person brings them in. */
export const exportFiles: Readonly<Record<string, string>> = {
  customers: 'accounts.csv',
  products: 'products.csv',
  team: 'sales_teams.csv',
  opportunities: 'sales_pipeline.csv',
};

/** The export's four stages; cells are named by the column that they go to. */
export const exportMap = {
  opportunities: {
    values: {
      stage: {
        Prospecting: 'found',
        Engaging: 'needsDefined',
        Won: { stage: 'committed', outcome: 'won' },
        Lost: { stage: 'proposal', outcome: 'lost' },
      },
    },
  },
};
