/** Mints a new record id; the prefix tells a reader of the sheet which table it belongs to (`C-7F3K9QXA`). */
export type IdSource = (prefix: string) => string;

/** Crockford's base 32: no I, L, O, U, so that an id survives being read over the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;
/** `12345678` and `1234E567` turn into numbers when someone splits or retypes an id. */
const readsAsNumber = /^\d*E?\d*$/;

type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/**
 * Ids as random text, minted locally: two co-authors never need to agree on a number (decision 2). 40 bits: whoever
 * mints many ids at once checks them against those in use.
 */
export function randomIds(fill: FillRandom = (bytes) => crypto.getRandomValues(bytes)): IdSource {
  const nextByte = byteSource(fill);
  return (prefix) => `${prefix}-${mintBody(nextByte)}`;
}

function mintBody(nextByte: () => number): string {
  // 256 is a multiple of 32: the low five bits of a random byte are unbiased.
  const body = Array.from({ length }, () => alphabet[nextByte() & 31]).join('');
  return readsAsNumber.test(body) ? mintBody(nextByte) : body;
}

/** One call per id would take a third of a large import's time; 512 ids share one. */
function byteSource(fill: FillRandom): () => number {
  const pool = new Uint8Array(512 * length);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      fill(pool);
      next = 0;
    }
    return pool[next++]!;
  };
}

/** Ids `C-1`, `C-2` ... for tests and reproducible samples. */
export function sequenceIds(): IdSource {
  const last = new Map<string, number>();
  return (prefix) => {
    const next = (last.get(prefix) ?? 0) + 1;
    last.set(prefix, next);
    return `${prefix}-${next}`;
  };
}
