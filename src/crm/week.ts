import { weekday } from '../shared/dates';

/** Monday of the week that a day is in: what a week is called by. */
export const mondayOf = (day: number): number => Math.floor(day) - weekday(day) + 1;
