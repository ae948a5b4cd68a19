import { claimCustomer } from '../actions/claimCustomer';
import { handOver, proposeHandover } from '../actions/handOver';
import type { ChangeHint, LiveHome } from '../actions/home';
import { inviteAudience } from '../actions/inviteAudience';
import { levelVisits, proposeLevelling } from '../actions/levelVisits';
import { noteDone } from '../actions/noteDone';
import { collectOrder } from '../actions/collectOrder';
import { postpone } from '../actions/postpone';
import { reassign } from '../actions/reassign';
import { recordNotices } from '../actions/recordNotices';
import { proposeRecycling, recycleCustomers } from '../actions/recycleCustomers';
import { changeTicket } from '../actions/ticketState';
import { logRevisit, proposeNext } from '../actions/logRevisit';
import { moveDealChangeset } from '../actions/moveDeal';
import { overrideTier } from '../actions/overrideTier';
import { applyTiers } from '../actions/recomputeTiers';
import { refresh } from '../actions/refresh';
import { resolveConflicts } from '../actions/resolve';
import { isOnlyAdding, setUp } from '../actions/setUp';
import { inverse, undo } from '../actions/undo';
import type { IdSource } from '../shared/ids';
import { tableDef } from '../template/load';
import type { Done, News, Session } from './session';

/** What a session takes from the machine it runs on. */
export interface Machine extends Pick<Session, 'clock' | 'now' | 'theme' | 'show'> {
  readonly ids: IdSource;
}

const seldom = () => import('./seldom');

/** The actions bound to a home and a machine. */
export function createSession(home: LiveHome, { clock, now, theme, show, ids }: Machine): Session {
  let latest: Done | null = null;
  const keep = async (work: Promise<Done>): Promise<Done> => {
    const done = await work;
    latest = isWritten(done) ? done : latest;
    return done;
  };
  return {
    clock,
    now,
    theme,
    show,
    facts: () => home.facts(),
    read: (needs, options) => home.read(needs, options),
    open: (needs, options) => home.open(needs, options),
    planInstall: async (language) => (await seldom()).planInstall(home, language),
    install: async (plan, options) => (await seldom()).install(home, plan.language, { ...options, plan }),
    lookAtSelection: (options) => home.lookAtSelection(options),
    planAdopt: async (language, adoptions) => (await seldom()).planAdopt(home, language, adoptions),
    adopt: async (plan, adoptions, options) => (await seldom()).adopt(home, plan, adoptions, { ...options, ids }),
    planUninstall: async (scope) => (await seldom()).planUninstall(home, scope),
    uninstall: async (plan, options) => (await seldom()).uninstall(home, plan, options),
    lookAtColumns: () => home.lookAtColumns(),
    planSwitch: async (place, to) => (await seldom()).planSwitch(home, place, to),
    switchColumn: async (change, options) => (await seldom()).switchColumn(home, change, options),
    planShareSafe: async (options) => (await seldom()).planShareSafe(home, options),
    makeShareSafe: async (plan, freeze, options) => (await seldom()).makeShareSafe(home, plan, freeze, options),
    proposeNext: (snapshot, customerId, heldAt) => proposeNext(snapshot, clock(), customerId, heldAt),
    newId: (table) => ids(tableDef(table).idPrefix),
    logRevisit: (revisit, consent) => keep(logRevisit(home, revisit, ids, { consent })),
    proposeMove: (snapshot, move) => moveDealChangeset(snapshot, move, clock()),
    moveDeal: async (snapshot, move, options) => {
      const { changeset } = moveDealChangeset(snapshot, move, clock());
      return keep(home.apply(changeset, options).then((report) => ({ changeset, report })));
    },
    applyTiers: (changeset, options) =>
      keep(applyTiers(home, { changeset }, options).then((report) => ({ changeset, report }))),
    overrideTier: (snapshot, override) => keep(overrideTier(home, snapshot, override, clock())),
    changeTicket: (snapshot, wish) => keep(changeTicket(home, snapshot, wish, { now: now() })),
    noteDone: (snapshot, deed) => keep(noteDone(home, snapshot, deed, { now: now() })),
    postpone: (wish) => keep(postpone(home, wish, { clock: clock() })),
    collectOrder: (snapshot, order) => keep(collectOrder(home, snapshot, order, { clock: clock() })),
    reassign: (wish) => keep(reassign(home, wish, { clock: clock() })),
    inviteAudience: (audience, today, options) =>
      keep(inviteAudience(home, audience, today, options).then((done) => ({ ...done, bulk: true }))),
    claimCustomer: (snapshot, claim) => keep(claimCustomer(home, snapshot, claim, { clock: clock() })),
    proposeRecycling: (snapshot) => proposeRecycling(snapshot, clock()),
    recycleCustomers: (changeset, options) =>
      keep(recycleCustomers(home, changeset, options).then((done) => ({ ...done, bulk: true }))),
    proposeHandover: (snapshot, wish) => proposeHandover(snapshot, wish, clock()),
    handOver: (changeset, options) =>
      keep(handOver(home, { changeset }, options).then((done) => ({ ...done, bulk: true }))),
    proposeLevelling: (snapshot) => proposeLevelling(snapshot, clock()),
    levelVisits: (changeset, options) =>
      keep(levelVisits(home, { changeset }, options).then((done) => ({ ...done, bulk: true }))),
    recordNotices: (told) => keep(recordNotices(home, told, { clock: clock(), ids })),
    refresh: (consent, options) => refresh(home, { ...options, consent, clock: clock(), ids }),
    prepareImport: async (snapshot, table, file, options) =>
      (await seldom()).prepareImport(snapshot, table, file, { ...options, ids }),
    runImport: async (prepared, options) => {
      const { runImport } = await seldom();
      return keep(
        runImport(home, prepared, options).then((report) => ({ report, changeset: report.changeset, bulk: true })),
      );
    },
    setUp: (changeset, options) =>
      keep(setUp(home, changeset, options).then((report) => ({ changeset, report, bulk: isOnlyAdding(changeset) }))),
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
    insertFunnel: async () => (await seldom()).insertFunnel(home),
    selection: () => home.selection(),
    watchSelection: (listener) => home.watchSelection(listener),
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
