/** Excel's side of the custom functions: the errors they throw and the language that the texts are in. */
class CellError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

/** Call before a function under test runs; `displayLanguage` is Excel's. */
export function fakeCells(displayLanguage = 'en-US'): void {
  Object.assign(globalThis, {
    Office: { context: { displayLanguage } },
    CustomFunctions: {
      Error: CellError,
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!' },
    },
  });
}

/** What `run` throws, as plain fields; its result when it throws nothing. */
export function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof CellError ? { code: error.code, message: error.message } : error;
  }
}
