/** The files that hold =CRM.* functions, in the order of functions.ts. */
export function functionSources(): string[];
