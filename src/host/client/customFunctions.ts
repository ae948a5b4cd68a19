import type { ClientPort } from './attach';

const ERROR_CODES = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
} as const;

/** What a custom function throws; Excel shows the code in the cell. */
export class CustomFunctionError extends Error {
  constructor(
    readonly code: string,
    message = '',
  ) {
    super(message);
  }
}

/** The `CustomFunctions` global (custom-functions-runtime), as far as registering and failing go. */
export function createCustomFunctions(port: ClientPort) {
  function associate(
    id: string | Record<string, (...args: unknown[]) => unknown>,
    implementation?: (...args: unknown[]) => unknown,
  ): void {
    if (typeof id === 'string') {
      if (implementation) port.associate(id, implementation);
    } else for (const [name, each] of Object.entries(id)) port.associate(name, each);
  }
  return { associate, Error: CustomFunctionError, ErrorCode: ERROR_CODES };
}

export type CustomFunctionsNamespace = ReturnType<typeof createCustomFunctions>;
