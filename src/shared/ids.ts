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

/**
 * An id made of facts instead of chance: two people who note the same thing write the same record once (decision 18). The
 * facts may be any text, the id is short and plain all the same (FNV-1a, 64 bits).
 */
export function factId(prefix: string, facts: string): string {
  let sum = 0xcbf29ce484222325n;
  for (let at = 0; at < facts.length; at += 1)
    sum = BigInt.asUintN(64, (sum ^ BigInt(facts.charCodeAt(at))) * 0x100000001b3n);
  return `${prefix}-${sum.toString(36).toUpperCase()}`;
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
