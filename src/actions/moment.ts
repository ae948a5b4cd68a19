/** The moment at which something is done: the workbook's day, which Settings may fix, at the machine's time of day. */
export const momentOf = (today: number, now: number): number => today + (now - Math.floor(now));
