import type { ReactElement } from 'react';
import { Body1, Button } from '@fluentui/react-components';
import {
  ArrowTrendingDown20Regular,
  DocumentError20Regular,
  EmojiSad20Regular,
  Flag20Regular,
  Money20Regular,
  TicketDiagonal20Regular,
  Timer20Regular,
} from '@fluentui/react-icons';
import type { CustomerView, Risk } from '../../template/views/customer';
import { columnOf } from '../../template/environment';
import { Figure } from '../components/Figure';
import { Line } from '../components/Line';
import { WriteStatus } from '../components/WriteStatus';
import { usePane, useWorkbook } from '../context';
import { useWrite, type Write } from '../hooks/useWrite';
import { titleOf } from '../rows';
import { Part } from './Part';
import { ToRow } from './ToRow';
import { riskText } from './text';

const icons: Readonly<Record<Risk['kind'], ReactElement>> = {
  ticket: <TicketDiagonal20Regular />,
  money: <Money20Regular />,
  deal: <Timer20Regular />,
  milestone: <Flag20Regular />,
  satisfaction: <EmojiSad20Regular />,
  activity: <ArrowTrendingDown20Regular />,
  quality: <DocumentError20Regular />,
};

/** What can cost money or the customer, each one click from its row or its rows. */
export function Risks({ risks, name }: Pick<CustomerView, 'risks' | 'name'>) {
  const pane = usePane();
  const { data } = useWorkbook();
  const write = useWrite();
  return (
    <>
      {/* Outside of the list: the last risk may be the one that was settled. */}
      <WriteStatus write={write} />
      {risks.length > 0 && (
        <Part title={pane.t('customer.risks')}>
          {risks.map((risk) => {
            const { kind, code, table, row, rows } = risk;
            const text = riskText(risk, data, pane);
            const list = () => ({ title: pane.t('customer.rows.risk', { text, name }), table, rows });
            return (
              <li key={`${kind}.${code}.${row}`}>
                <Line
                  icon={icons[kind]}
                  tools={
                    <>
                      {kind === 'milestone' && <MilestoneDone row={row} write={write} />}
                      <ToRow table={table} row={row} name={text} />
                    </>
                  }
                >
                  {rows.length > 1 ? <Figure text={text} list={list} /> : <Body1>{text}</Body1>}
                </Line>
              </li>
            );
          })}
        </Part>
      )}
    </>
  );
}

/** One click notes that a milestone was reached; nothing for one without an id. */
function MilestoneDone({ row, write }: { readonly row: number; readonly write: Write }) {
  const pane = usePane();
  const { t, session } = pane;
  const { data, locked } = useWorkbook();
  const id = columnOf(data.snapshot, 'milestones', 'id')[row];
  const name = titleOf(data, pane, 'milestones', row);
  if (typeof id !== 'string') return null;
  const done = () =>
    write.write(t('today.saved.done', { name }), () => session.noteDone(data.snapshot, { kind: 'milestone', id }));
  return (
    <Button
      size="small"
      disabled={locked}
      disabledFocusable={write.isRunning}
      aria-label={t('today.act.named', { action: t('today.act.done'), name })}
      onClick={done}
    >
      {t('today.act.done')}
    </Button>
  );
}
