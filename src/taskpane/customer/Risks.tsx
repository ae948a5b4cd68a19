import type { ReactElement } from 'react';
import { Body1, makeStyles, tokens } from '@fluentui/react-components';
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
import { Figure } from '../components/Figure';
import { SectionTitle } from '../components/SectionTitle';
import { usePane, useWorkbook } from '../context';
import { Line, Lines } from './Line';
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

const useStyles = makeStyles({ part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS } });

/** What can cost money or the customer, each one click from its row or its rows. */
export function Risks({ risks, name }: Pick<CustomerView, 'risks' | 'name'>) {
  const pane = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  if (!risks.length) return null;
  return (
    <section className={styles.part}>
      <SectionTitle>{pane.t('customer.risks')}</SectionTitle>
      <Lines>
        {risks.map((risk) => {
          const { kind, code, table, row, rows } = risk;
          const text = riskText(risk, data, pane);
          const list = () => ({ title: pane.t('customer.rows.risk', { text, name }), table, rows });
          return (
            <li key={`${kind}.${code}.${row}`}>
              <Line icon={icons[kind]} tools={<ToRow table={table} row={row} name={text} />}>
                {rows.length > 1 ? <Figure text={text} list={list} /> : <Body1>{text}</Body1>}
              </Line>
            </li>
          );
        })}
      </Lines>
    </section>
  );
}
