import { CrmError } from '../shared/errors';

/** The cell error to show, by its name in `CustomFunctions.ErrorCode`: #VALUE!, #N/A, #NUM!. */
export type ErrorKind = 'invalidValue' | 'notAvailable' | 'invalidNumber';

/** What a function throws for a wrong argument; `code` is its text in the languages (`functions.<code>`). */
export class FunctionError extends CrmError {
  constructor(
    readonly kind: ErrorKind,
    code: string,
    params: Record<string, string | number> = {},
  ) {
    super(code, params);
  }
}
