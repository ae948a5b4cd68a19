import type { ApplyOptions, ChangeHint, LiveHome } from '../actions/home';
import type { Changeset } from '../crm/changeset';
import type { IdSource } from '../shared/ids';
import { tableDef } from '../template/load';
import { script } from './script';
import type { Done, News, Session } from './session';

/** What a session takes from the machine it runs on. */
export interface Machine extends Pick<Session, 'clock' | 'now' | 'theme' | 'show'> {
  readonly ids: IdSource;
}

const acts = () => script(() => import('./acts'));
type Acts = Awaited<ReturnType<typeof acts>>;
const seldom = () => script(() => import('./seldom'));

/** The actions bound to a home and a machine. `open` reads the workbook for the first time, where that has begun already. */
export function createSession(
  home: LiveHome,
  { clock, now, theme, show, ids }: Machine,
  open: LiveHome['open'] = (needs, options) => home.open(needs, options),
): Session {
  let latest: Done | null = null;
  const keep = async (work: Promise<Done>): Promise<Done> => {
    const done = await work;
    latest = isWritten(done) ? done : latest;
    return done;
  };
  /** Runs one of the acts, to be taken back as a whole. */
  const act = (run: (all: Acts) => Promise<Done>): Promise<Done> => keep(acts().then(run));
  /** The same for many records at once: one conflict does not stop the others. */
  const bulk = (run: (all: Acts) => Promise<Done>): Promise<Done> =>
    act((all) => run(all).then((done) => ({ ...done, bulk: true })));
  return {
    clock,
    now,
    theme,
    show,
    facts: () => home.facts(),
    read: (needs, options) => home.read(needs, options),
    open,
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
    newId: (table) => ids(tableDef(table).idPrefix),
    signAs: (person) => home.signAs(person),
    logRevisit: (snapshot, revisit, consent) => act((all) => all.logRevisit(home, revisit, ids, { snapshot, consent })),
    moveDeal: (snapshot, move, options) =>
      act((all) => written(home, all.moveDealChangeset(snapshot, move, clock()).changeset, options)),
    applyTiers: (changeset, options) =>
      act((all) => all.applyTiers(home, { changeset }, options).then((report) => ({ changeset, report }))),
    overrideTier: (snapshot, override) => act((all) => all.overrideTier(home, snapshot, override, clock())),
    changeTicket: (snapshot, wish) => act((all) => all.changeTicket(home, snapshot, wish, { now: now() })),
    noteDone: (snapshot, deed) => act((all) => all.noteDone(home, snapshot, deed, { now: now() })),
    postpone: (wish) => act((all) => all.postpone(home, wish, { clock: clock() })),
    collectOrder: (snapshot, order) => act((all) => all.collectOrder(home, snapshot, order, { clock: clock() })),
    reassign: (wish) => act((all) => all.reassign(home, wish, { clock: clock() })),
    claimCustomer: (snapshot, claim) => act((all) => all.claimCustomer(home, snapshot, claim, { clock: clock() })),
    inviteAudience: (snapshot, audience, today, options) =>
      bulk((all) => all.inviteAudience(home, snapshot, audience, { ...options, clock: today })),
    recycleCustomers: (changeset, options) => bulk((all) => all.recycleCustomers(home, changeset, options)),
    handOver: (changeset, options) => bulk((all) => all.handOver(home, { changeset }, options)),
    levelVisits: (changeset, options) => bulk((all) => all.levelVisits(home, { changeset }, options)),
    repoint: (changeset, options) => bulk((all) => all.repoint(home, { changeset }, options)),
    recordNotices: (snapshot, told) => act((all) => all.recordNotices(home, snapshot, told, { clock: clock() })),
    refresh: async (consent, options) => (await acts()).refresh(home, { ...options, consent, clock: clock(), ids }),
    prepareImport: async (snapshot, table, file, options) =>
      (await seldom()).prepareImport(snapshot, table, file, { ...options, ids }),
    runImport: async (prepared, options) => {
      const { runImport } = await seldom();
      return keep(
        runImport(home, prepared, options).then((report) => ({ report, changeset: report.changeset, bulk: true })),
      );
    },
    setUp: (changeset, options) =>
      act(async (all) => {
        const report = await all.setUp(home, changeset, options);
        return { changeset, report, bulk: all.isOnlyAdding(changeset) };
      }),
    undo: async (done) => {
      const all = await acts();
      const report = await all.undo(home, done.changeset);
      if (latest === done) latest = null;
      return { changeset: all.inverse(done.changeset), report };
    },
    latest: () => latest,
    resolve: ({ changeset, report }, choices) =>
      act((all) => written(home, all.resolveConflicts(changeset, report.conflicts, choices))),
    reconcile: () => home.reconcile(),
    watch: (listener) => home.watch((hint) => void tell(home, hint, listener)),
    insertFunnel: async () => (await seldom()).insertFunnel(home),
    removeChart: (chart) => home.removeChart(chart),
    selection: () => home.selection(),
    watchSelection: (listener) => home.watchSelection(listener),
    goTo: (table, id) => home.selectRecord(table, id),
  };
}

const written = async (home: LiveHome, changeset: Changeset, options?: ApplyOptions): Promise<Done> => ({
  changeset,
  report: await home.apply(changeset, options),
});

const isWritten = ({ report }: Done): boolean => report.appended + report.updated > 0;

async function tell(home: LiveHome, hint: ChangeHint, listener: (news: News) => void): Promise<void> {
  try {
    listener({ ...hint, restored: await home.reconcile(), failure: null });
  } catch (failure) {
    listener({ ...hint, restored: 0, failure });
  }
}
