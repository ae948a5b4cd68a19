import type { BookStyle } from './cell';

/** An element of a part that this model does not name: local names, attributes as written, own text. */
export interface BookElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly BookElement[];
  readonly text: string;
}

export interface BookValidation {
  ranges: string;
  type: 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
  operator?: string;
  formula1?: string;
  formula2?: string;
  allowBlank: boolean;
  errorStyle?: 'stop' | 'warning' | 'information';
  showError: boolean;
  errorTitle?: string;
  error?: string;
  /** A list without its arrow. */
  hideArrow?: boolean;
  showPrompt: boolean;
  promptTitle?: string;
  prompt?: string;
}

export interface BookRuleExtra {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly BookElement[];
}

export interface BookConditionalFormat {
  ranges: string;
  /** `expression`, `cellIs`, `colorScale`, `dataBar`, `iconSet`, `top10`, `containsText` ... */
  type: string;
  priority: number;
  stopIfTrue?: boolean;
  operator?: string;
  formulas: string[];
  style?: BookStyle;
  /** What this model does not name, kept for a round trip: `rank`, `text` ...; `colorScale`, `dataBar`, `iconSet`. */
  extra?: BookRuleExtra;
}
