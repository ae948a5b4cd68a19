import { adopt, planAdopt } from '../actions/adopt';
import type { ChangeHint, LiveHome } from '../actions/home';
import { prepareImport, runImport } from '../actions/importFile';
import { insertFunnel } from '../actions/insertFunnel';
import { install, planInstall } from '../actions/install';
import { logRevisit, proposeNext } from '../actions/logRevisit';
import { applyTiers, proposeTiers } from '../actions/recomputeTiers';
import { refresh } from '../actions/refresh';
import { resolveConflicts } from '../actions/resolve';
import { inverse, undo } from '../actions/undo';
import { planUninstall, uninstall } from '../actions/uninstall';
import type { IdSource } from '../shared/ids';
import { tableDef } from '../template/load';
import type { Done, News, Session } from './session';

/** What a session takes from the machine it runs on. */
export interface Machine extends Pick<Session, 'clock' | 'theme'> {
  readonly ids: IdSource;
}

/** The actions bound to a home and a machine. */
export function createSession(home: LiveHome, { clock, theme, ids }: Machine): Session {
  let latest: Done | null = null;
  const keep = async (work: Promise<Done>): Promise<Done> => {
    const done = await work;
    latest = isWritten(done) ? done : latest;
    return done;
  };
  return {
    clock,
    theme,
    facts: () => home.facts(),
    read: (options) => home.read(undefined, options),
    planInstall: (language) => planInstall(home, language),
    install: (plan, options) => install(home, plan.language, { ...options, plan }),
    lookAtSelection: (options) => home.lookAtSelection(options),
    planAdopt: (language, adoptions) => planAdopt(home, language, adoptions),
    adopt: (plan, adoptions, options) => adopt(home, plan, adoptions, { ...options, ids }),
    planUninstall: (scope) => planUninstall(home, scope),
    uninstall: (plan, options) => uninstall(home, plan, options),
    proposeNext: (snapshot, customerId, heldAt) => proposeNext(snapshot, clock(), customerId, heldAt),
    newId: (table) => ids(tableDef(table).idPrefix),
    logRevisit: (revisit, consent) => keep(logRevisit(home, revisit, ids, { consent })),
    proposeTiers: (snapshot) => proposeTiers(snapshot, clock()),
    applyTiers: (changeset, options) =>
      keep(applyTiers(home, { changeset }, options).then((report) => ({ changeset, report }))),
    refresh: (consent, options) => refresh(home, { ...options, consent, clock: clock(), ids }),
    prepareImport: (snapshot, table, file, options) => prepareImport(snapshot, table, file, { ...options, ids }),
    runImport: (prepared, options) =>
      keep(runImport(home, prepared, options).then((report) => ({ report, changeset: report.changeset, bulk: true }))),
    undo: async (done) => {
      const report = await undo(home, done.changeset);
      if (latest === done) latest = null;
      return { changeset: inverse(done.changeset), report };
    },
    latest: () => latest,
    resolve: async ({ changeset, report }, choices) => {
      const rest = resolveConflicts(changeset, report.conflicts, choices);
      return keep(home.apply(rest).then((next) => ({ changeset: rest, report: next })));
    },
    reconcile: () => home.reconcile(),
    watch: (listener) => home.watch((hint) => void tell(home, hint, listener)),
    insertFunnel: () => insertFunnel(home),
    goTo: (table, id) => home.selectRecord(table, id),
  };
}

const isWritten = ({ report }: Done): boolean => report.appended + report.updated > 0;

async function tell(home: LiveHome, hint: ChangeHint, listener: (news: News) => void): Promise<void> {
  try {
    listener({ ...hint, restored: await home.reconcile(), failure: null });
  } catch (failure) {
    listener({ ...hint, restored: 0, failure });
  }
}
