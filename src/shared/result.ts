import type { CrmError } from './errors';

/** What a function returns that may fail in a way its caller decides about; throwing is for what the caller cannot handle. */
export type Result<T, E = CrmError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A failure. */
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });
