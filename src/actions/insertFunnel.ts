import type { InsertedChart, LiveHome } from './home';

/**
 * Puts a funnel chart of the open deals on the active sheet, at the selected cell or beside what is there; it stays linked
 * to the dashboard. Tells where it went.
 */
export const insertFunnel = (home: Pick<LiveHome, 'insertFunnel'>): Promise<InsertedChart> => home.insertFunnel();
