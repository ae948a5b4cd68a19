import { Caption1 } from '@fluentui/react-components';
import type { PersonNotices } from '../../../actions/report/noticeList';
import { usePane, useWorkbook } from '../../context';
import { rowsOfIds } from '../../rowsWith';
import { Figure } from '../Figure';

interface Props {
  readonly notices: Pick<PersonNotices, 'revisits' | 'milestones'>;
  /** Heading of the lists. */
  readonly title: string;
}

/** How many notices are about which kind of promise; each figure opens what they are about. */
export function NoticeFigures({ notices: { revisits, milestones }, title }: Props) {
  const { t } = usePane();
  const { data } = useWorkbook();
  const customers = revisits.flatMap(({ customerId }) => customerId ?? []);
  const steps = milestones.flatMap(({ milestoneId }) => milestoneId ?? []);
  const figures = [
    { kind: 'revisits', table: 'customers', count: revisits.length, ids: customers },
    { kind: 'milestones', table: 'milestones', count: milestones.length, ids: steps },
  ];
  return (
    <Caption1>
      {figures
        .filter(({ count }) => count > 0)
        .map(({ kind, table, count, ids }, at) => (
          <span key={kind}>
            {at > 0 && ' · '}
            <Figure
              text={t(`team.notices.${kind}`, { count })}
              isEmpty={!ids.length}
              list={() => ({ title, table, rows: rowsOfIds(data, table, ids) })}
            />
          </span>
        ))}
    </Caption1>
  );
}
