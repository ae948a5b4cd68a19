/**
 * A failure with a code that the faces translate (`errors.<code>` in the languages) and the facts its message shows.
 * Everything that can fail for a reason a person can do something about throws this and nothing else.
 */
export class CrmError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'CrmError';
  }
}
