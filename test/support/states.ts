import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';

/** Things with the same fingerprint hold the same data, however deep; functions of their own are left out. */
export function fingerprint(...things: readonly object[]): string {
  return createHash('sha1')
    .update(serialize(things.map(withoutFunctions)))
    .digest('base64');
}

const withoutFunctions = (thing: object): object =>
  Object.fromEntries(Object.entries(thing).filter(([, part]) => typeof part !== 'function'));
