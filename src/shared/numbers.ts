/**
 * Money is added in integer minor units (cents, fen): sums are exact and do not depend on the order of rows
 * (decision 5). `digits` is the currency's number of minor digits; exact up to 2^53 minor units (90 trillion yuan).
 */

/** Excel keeps 15 significant digits, so noise beyond them (1.15 * 3 = 3.4499999999999997) does not count. */
const significantDigits = 15;

/**
 * Excel's ROUND: half away from zero, on the number a person sees (ROUND(1.005, 2) = 1.01, ROUND(-2.5, 0) = -3).
 * @param digits decimals; negative rounds to tens, hundreds ...
 */
export function roundHalfAwayFromZero(value: number, digits = 0): number {
  return shiftDecimal(roundedShift(value, digits), -digits);
}

/** Major units -> integer minor units (`toMinor(1.005, 2)` is 101). */
export function toMinor(amount: number, digits: number): number {
  return roundedShift(amount, digits);
}

/** Integer minor units -> major units. */
export function fromMinor(minor: number, digits: number): number {
  return shiftDecimal(minor, -digits);
}

/** Exact sum of amounts, **in major units**; blanks are left out (decision 4), so count them beside it. */
export function sumMoney(amounts: Iterable<number | null>, digits: number): number {
  return fromMinor(sumMinor(amounts, digits), digits);
}

/** Exact sum of amounts in integer minor units; rounded once, at the end, as ROUND(SUM()) is. */
export function sumMinor(amounts: Iterable<number | null>, digits: number): number {
  let minor = 0;
  let rest = 0;
  for (const amount of amounts) {
    if (amount === null) continue;
    const whole = toMinor(amount, digits);
    minor += whole;
    rest += minorRest(amount, whole, digits);
  }
  return withRest(minor, rest);
}

/** Parts of a minor unit that sums keep: ten-thousandths, for amounts such as 33.333333. */
const restScale = 10_000;

/** Beyond this many minor units the fifteen digits of a cell leave no room for parts of one. */
const mostWithRest = 1e11;

/** What `amount` has beyond its rounded minor units, in ten-thousandths of one: an integer, so that sums are exact. */
export function minorRest(amount: number, minor: number, digits: number): number {
  return Math.abs(minor) < mostWithRest ? Math.round((amount * 10 ** digits - minor) * restScale) : 0;
}

/** Minor units with the sum of their {@link minorRest}, half away from zero. */
export function withRest(minor: number, rest: number): number {
  const carried = Math.floor(rest / restScale);
  const part = rest - carried * restScale;
  const whole = minor + carried;
  return part * 2 > restScale || (part * 2 === restScale && whole >= 0) ? whole + 1 : whole;
}

function roundedShift(value: number, digits: number): number {
  const scaled = value * 10 ** digits;
  const nearest = Math.round(scaled);
  // Far from a half, noise cannot matter: no need to look at written digits (sums of 100,000 amounts).
  if (Math.abs(scaled - nearest) < 0.25 && Math.abs(scaled) < 1e14) return nearest || 0;
  if (!Number.isFinite(value)) return value;
  const shifted = shiftDecimal(Number(value.toPrecision(significantDigits)), digits);
  return Math.sign(shifted) * Math.round(Math.abs(shifted)) || 0;
}

/** Up to here powers of ten are exact binary numbers. */
const exactPower = 22;

/** Moves the decimal point in the written number: multiplying by a power of ten would bring binary noise back. */
export function shiftDecimal(value: number, places: number): number {
  // Of whole numbers the processor gives the same: both operands are exact, so only the result is rounded.
  if (Number.isSafeInteger(value) && Math.abs(places) <= exactPower) {
    return (places < 0 ? value / 10 ** -places : value * 10 ** places) + 0;
  }
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
