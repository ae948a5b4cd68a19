import type { Area } from '../values/reference';
import type { Scalar } from '../values/scalar';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | ':';
export type PrefixOperator = '+' | '-' | '@';

/** The parts of a table that a structured reference names; several are joined, e.g. `[[#Headers],[#Data],[a]]`. */
export type TablePart = 'all' | 'data' | 'headers' | 'totals' | 'thisRow';

/** `Table[[#This Row],[first]:[last]]`, unescaped. Without a table name it means the table around the formula. */
export interface StructuredReference {
  table?: string;
  parts: TablePart[];
  first?: string;
  last?: string;
}

/** An expression. Sheets and names are kept as written and looked up when the formula is evaluated. */
export type Node =
  | { kind: 'value'; value: Scalar }
  | { kind: 'missing' }
  | { kind: 'array'; rows: Scalar[][] }
  | { kind: 'area'; sheet?: string; area: Area }
  | { kind: 'structured'; reference: StructuredReference }
  | { kind: 'name'; name: string; sheet?: string }
  | { kind: 'call'; name: string; arguments: Node[] }
  | { kind: 'prefix'; operator: PrefixOperator; operand: Node }
  | { kind: 'percent'; operand: Node }
  | { kind: 'spill'; operand: Node }
  | { kind: 'binary'; operator: BinaryOperator; left: Node; right: Node };
