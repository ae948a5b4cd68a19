import type { Migration } from '.';
import formulas from './crm3Formulas.json';

export const crm3: Migration = {
  id: 'crm/3',
  version: 3,
  about:
    'Native formulas that changed since the first version (next revisit, probability, ticket clocks) become today’s, ' +
    'where nobody put another one in their place.',
  metaRow: (cells) => cells,
  formulas,
};
