import type { Translate } from '../shared/i18n';
import type { Stage } from '../template/stages';
import type { Language } from '../template/types';
import type { RemovalStep } from '../template/uninstall';
import { tableTitle } from './tableTitle';

/** What a stage of an installation does, in a line. */
export const stageText = ({ kind, params }: Stage, t: Translate, language: Language): string =>
  t(
    `pane.stage.${kind}`,
    'table' in params ? { ...params, table: tableTitle(String(params.table), language) } : params,
  );

/** What a step of a removal does, in a line. */
export const removalText = (step: RemovalStep, t: Translate, language: Language): string =>
  t(`pane.uninstall.step.${step.kind}`, removalFacts(step, language));

function removalFacts(step: RemovalStep, language: Language): Record<string, string | number> {
  switch (step.kind) {
    case 'freeze':
    case 'dropColumns':
      return { table: tableTitle(step.table, language), count: step.columns.length };
    case 'table':
      return { table: tableTitle(step.table, language), count: step.records };
    case 'names':
      return { count: step.names.length };
    case 'remnants':
      return { count: step.sheets.length };
    case 'dashboard':
      return step.freeze ? { context: 'freeze' } : {};
    case 'book':
      return {};
  }
}
