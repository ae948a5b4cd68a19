import manufacturing from '../../templates/industries/manufacturing.json';
import retail from '../../templates/industries/retail.json';
import services from '../../templates/industries/services.json';
import software from '../../templates/industries/software.json';
import trade from '../../templates/industries/trade.json';
import type { Value } from '../crm/snapshot';
import type { Text } from './types';

/** Cells of the settings tables by table, key of the record and column: codes and numbers. */
export type RuleCells = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Value>>>>>>;

/** What the rules of a new workbook become for an industry (C-74): `templates/industries/*.json`. */
export interface Industry {
  readonly id: string;
  readonly name: Text;
  /** One sentence: what is different here. */
  readonly text: Text;
  readonly rows: RuleCells;
}

/** The industries to choose from; every new workbook starts with the rules of the first. */
export const industries: readonly Industry[] = [trade, manufacturing, services, retail, software];
