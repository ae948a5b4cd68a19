import { CrmError } from '../shared/errors';

/**
 * Excel's error codes -> our own (texts: `errors.<code>`). Several of Excel's codes mean one thing to a person; what is
 * not in this table is shown as `excelFailed` with the platform's own code.
 */
const codes: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'cellEditMode',
  RequestPayloadSizeLimitExceeded: 'tooMuchData',
  ResponsePayloadSizeLimitExceeded: 'tooMuchData',
  InvalidSelection: 'severalAreas',
  ItemNotFound: 'notFound',
  InvalidReference: 'notFound',
  AccessDenied: 'protected',
  ApiNotFound: 'unsupported',
  UnsupportedOperation: 'unsupported',
  NotImplemented: 'unsupported',
  NotSupported: 'unsupported',
  Conflict: 'conflict',
  EditModeConflict: 'conflict',
  FilteredRangeConflict: 'tableFiltered',
  InsertDeleteConflict: 'conflict',
  MergedRangeConflict: 'conflict',
  ItemAlreadyExists: 'alreadyExists',
  ConnectionFailure: 'network',
  ServiceNotAvailable: 'network',
  Timeout: 'network',
};

/** What office.js throws; only what is read here (an `instanceof` would tie this to one copy of the library). */
interface PlatformError {
  readonly code: string;
  readonly message?: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

const isPlatformError = (error: unknown): error is PlatformError =>
  error instanceof Error || (typeof error === 'object' && error !== null)
    ? typeof (error as Partial<PlatformError>).code === 'string' && !(error instanceof CrmError)
    : false;

/** An error of Excel as a `CrmError` with the platform's code and place; anything else (our own, a bug) as it is. */
export function toCrmError(error: unknown): unknown {
  if (!isPlatformError(error)) return error;
  return new CrmError(codes[error.code] ?? 'excelFailed', {
    platformCode: error.code,
    at: error.debugInfo?.errorLocation ?? '',
    detail: error.message ?? '',
  });
}
