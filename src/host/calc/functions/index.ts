import { arrays } from './arrays';
import { criteria } from './criteria';
import { dates } from './dates';
import type { Builtin, Library } from './define';
import { finance } from './finance';
import { information } from './information';
import { logical } from './logical';
import { lookup } from './lookup';
import { math } from './math';
import { statistics } from './statistics';
import { subtotals } from './subtotal';
import { text } from './text';

const library: Library = {
  ...arrays,
  ...criteria,
  ...dates,
  ...finance,
  ...information,
  ...logical,
  ...lookup,
  ...math,
  ...statistics,
  ...text,
};

/** Every worksheet function by its upper-case name. A map, so that hostile names such as `constructor` find nothing. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(Object.entries({ ...library, ...subtotals(library) }));
