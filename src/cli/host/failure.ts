import { types } from 'node:util';

/** A failure as it is reported: Excel's code and place where there are any. */
export interface ReportedError {
  code: string;
  message: string;
  debugInfo?: { errorLocation: string };
}

interface ExcelFailure {
  code?: unknown;
  name?: unknown;
  message?: unknown;
  debugInfo?: { errorLocation?: string };
}

/** A failure of the runner itself: `Timeout`, `Unsettled`, `Offline` ... */
export class RunnerError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = code;
  }
}

/** Puts anything thrown into words. */
export function describe(error: unknown): ReportedError {
  const { code, name, message, debugInfo } = (
    typeof error === 'object' && error !== null ? error : { message: error }
  ) as ExcelFailure;
  const location = debugInfo?.errorLocation;
  return {
    code: String(code ?? name ?? 'Error'),
    message: String(message ?? error),
    ...(location && { debugInfo: { errorLocation: location } }),
  };
}

/** Whether a logged value is an error, of whatever realm (each client's office.js has its own `Error`). */
export function isError(value: unknown): boolean {
  return types.isNativeError(value) || (typeof value === 'object' && value !== null && 'debugInfo' in value);
}
