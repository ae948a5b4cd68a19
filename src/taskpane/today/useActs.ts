import { usePane, useWorkbook } from '../context';
import { copyText } from '../copyText';
import { useTask } from '../hooks/useTask';
import type { Write } from '../hooks/useWrite';
import type { TodayItem } from '../../actions/report/today';
import type { Done } from '../session';
import type { Act } from './primary';
import { headingOf } from './text';

/** Acts that a read-only workbook allows. */
export const isHarmless = (act: Act): boolean => act === 'greeting';

/** Does what a person clicks; what is written is told by the bar of `write`. @param mark the item that is written about */
export function useActs(write: Write, mark: (item: TodayItem) => void) {
  const { session, t, navigate, announce } = usePane();
  const { data } = useWorkbook();
  const copying = useTask<unknown>(() => announce(t('pane.copied')));
  const copy = (text: string) => copying.run(() => copyText(text));
  const record = (act: string, item: TodayItem, work: () => Promise<Done>) => {
    if (write.write(t(`today.saved.${act}`, { name: headingOf(item) }), work)) mark(item);
  };
  const { snapshot } = data;
  const run: Readonly<Record<Act, (item: TodayItem) => void>> = {
    log: ({ customerId }) => navigate(`log/${encodeURIComponent(customerId!)}`),
    move: ({ id }) => navigate(`move/${encodeURIComponent(id!)}`),
    greeting: ({ reason }) => copy(String(reason.values.greeting)),
    answered: (item) =>
      record('answered', item, () => session.changeTicket(snapshot, { ticket: item.id!, move: 'respond' })),
    resolved: (item) =>
      record('resolved', item, () => session.changeTicket(snapshot, { ticket: item.id!, move: 'resolve' })),
    collected: (item) => record('collected', item, () => session.collectOrder(snapshot, item.id!)),
    done: (item) =>
      record('done', item, () =>
        session.noteDone(snapshot, { kind: item.kind === 'milestone' ? 'milestone' : 'campaignTask', id: item.id! }),
      ),
  };
  return {
    act: (act: Act, item: TodayItem) => run[act](item),
    copy,
    error: copying.state.status === 'failed' ? copying.state.error : null,
  };
}
