import type { Matrix } from './matrix';
import type { Reference } from './reference';
import type { Scalar } from './scalar';

/** What an expression evaluates to. References stay unread as long as possible: INDEX, OFFSET and `:` need them. */
export type Value = Scalar | Matrix | Reference;
