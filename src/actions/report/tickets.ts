import { live, type Facts } from './facts';

export interface TicketCounts {
  readonly open: number;
  readonly breached: number;
  readonly openBreached: number;
}

/** Tickets that are open, and those past one of their clocks (C-53, C-54). */
export function tickets({ computed, environment }: Facts): TicketCounts {
  const yes = environment.label('boolean', 'yes');
  const rows = live(computed, 'tickets', ['isOpen', 'breached']);
  const breached = rows.filter((row) => row.breached === yes);
  return {
    open: rows.filter((row) => row.isOpen === 1).length,
    breached: breached.length,
    openBreached: breached.filter((row) => row.isOpen === 1).length,
  };
}
