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

/** How much of each kind has to be told; owner and supervisor hear of the same. Each figure opens its records. */
export function NoticeFigures({ notices: { revisits, milestones }, title }: Props) {
  const { t } = usePane();
  const { data } = useWorkbook();
  const figures = [
    { kind: 'revisits', table: 'customers', ...counted(revisits.map(({ customerId }) => customerId)) },
    { kind: 'milestones', table: 'milestones', ...counted(milestones.map(({ milestoneId }) => milestoneId)) },
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

/** Records that notices are about, each once; records without an id cannot be listed, only counted. */
function counted(about: readonly (string | null)[]) {
  const ids = [...new Set(about.flatMap((id) => id ?? []))];
  return { ids, count: ids.length || about.length };
}
