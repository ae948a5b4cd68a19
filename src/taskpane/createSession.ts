import type { LiveHome } from '../actions/home';
import { prepareImport, runImport } from '../actions/importFile';
import { insertFunnel } from '../actions/insertFunnel';
import { install, planInstall } from '../actions/install';
import { logRevisit, proposeNext } from '../actions/logRevisit';
import { applyTiers, proposeTiers } from '../actions/recomputeTiers';
import { refresh } from '../actions/refresh';
import { undo } from '../actions/undo';
import type { IdSource } from '../shared/ids';
import type { Session } from './session';

/** What a session takes from the machine it runs on. */
export interface Machine extends Pick<Session, 'clock' | 'theme'> {
  readonly ids: IdSource;
}

/** The actions bound to a home and a machine. */
export function createSession(home: LiveHome, { clock, theme, ids }: Machine): Session {
  return {
    clock,
    theme,
    facts: () => home.facts(),
    read: (options) => home.read(undefined, options),
    planInstall: (language) => planInstall(home, language),
    install: (plan, options) => install(home, plan.language, { ...options, plan }),
    proposeNext: (snapshot, customerId, heldAt) => proposeNext(snapshot, clock(), customerId, heldAt),
    logRevisit: (revisit) => logRevisit(home, revisit, ids),
    proposeTiers: (snapshot) => proposeTiers(snapshot, clock()),
    applyTiers: async (proposal, options) => ({
      changeset: proposal.changeset,
      report: await applyTiers(home, proposal, options),
    }),
    refresh: (consent, options) => refresh(home, { ...options, consent, clock: clock(), ids }),
    prepareImport: (snapshot, table, file, options) => prepareImport(snapshot, table, file, { ...options, ids }),
    runImport: async (prepared, options) => {
      const report = await runImport(home, prepared, options);
      return { report, changeset: report.changeset };
    },
    undo: ({ changeset }) => undo(home, changeset),
    insertFunnel: () => insertFunnel(home),
    goTo: (table, id) => home.selectRecord(table, id),
  };
}
