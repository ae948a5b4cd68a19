import { useEffect, useMemo } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { CursorClick24Regular, Search20Regular } from '@fluentui/react-icons';
import { customerView } from '../../template/views/customer';
import type { SelectedCustomer } from '../../template/views/customer/selected';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { Absent } from '../customer/Absent';
import { Contacts } from '../customer/Contacts';
import { Deals } from '../customer/Deals';
import { Facts } from '../customer/Facts';
import { Figures } from '../customer/Figures';
import { Header } from '../customer/Header';
import { Namesakes } from '../customer/Namesakes';
import { NextStep } from '../customer/NextStep';
import { Risks } from '../customer/Risks';
import { Timeline } from '../customer/Timeline';
import { GoTo } from '../customer/ToRow';
import { useShownCustomer } from '../customer/useShownCustomer';
import { useGoTo } from '../hooks/useGoTo';

/** Everything about one customer (C-03): the one of the selected row, or the one that was pinned. */
export function CustomerView({ pinned }: { readonly pinned: string | null }) {
  const { t } = usePane();
  const { customer, error } = useShownCustomer(pinned);
  return (
    <Page>
      {error !== null && <Failure error={error} />}
      {customer?.kind === 'customer' ? (
        <Customer row={customer.row} isPinned={pinned !== null} />
      ) : (
        <>
          <ViewTitle title={t('customer.title')} takesFocus={pinned !== null} />
          <Undecided customer={customer} isPinned={pinned !== null} />
        </>
      )}
    </Page>
  );
}

function Customer({ row, isPinned }: { readonly row: number; readonly isPinned: boolean }) {
  const { t, announce } = usePane();
  const { figures } = useWorkbook().data;
  const { goTo, error } = useGoTo();
  const customer = useMemo(() => customerView(figures.computed, figures.environment, row), [figures, row]);
  const { name } = customer;
  useEffect(() => {
    if (!isPinned) announce(t('customer.shows', { name }));
  }, [isPinned, announce, t, name]);
  return (
    <GoTo.Provider value={goTo}>
      {error !== null && <Failure error={error} />}
      <Header customer={customer} isPinned={isPinned} />
      <NextStep action={customer.action} />
      <Risks key={`risks ${row}`} risks={customer.risks} name={name} />
      <Figures figures={customer.figures} name={name} />
      <Facts customer={customer} />
      <Contacts contacts={customer.contacts} />
      <Deals figures={customer.figures} />
      <Timeline key={row} items={customer.timeline} />
    </GoTo.Provider>
  );
}

interface UndecidedProps {
  readonly customer: Exclude<SelectedCustomer, { kind: 'customer' }> | null;
  readonly isPinned: boolean;
}

/** No customer to show: nothing was selected yet, several share the name, or nobody has it. */
function Undecided({ customer, isPinned }: UndecidedProps) {
  if (!customer) return <Nothing />;
  if (customer.kind === 'unknown') return <Unknown name={customer.text} isPinned={isPinned} />;
  return <Namesakes key={customer.rows.join()} rows={customer.rows} isAloud={!isPinned} />;
}

function Nothing() {
  const { t, navigate } = usePane();
  return (
    <Empty icon={<CursorClick24Regular />} title={t('customer.pick')}>
      <Text align="center">{t('customer.pickHint')}</Text>
      <Button icon={<Search20Regular />} onClick={() => navigate('search')}>
        {t('customer.search')}
      </Button>
    </Empty>
  );
}

/** Nobody has that name: it is new, misspelt or gone. */
function Unknown({ name, isPinned }: { readonly name: string; readonly isPinned: boolean }) {
  const { t } = usePane();
  return isPinned ? (
    <Absent title={t('customer.gone')} hint={t('customer.goneHint', { name })} />
  ) : (
    <Absent title={t('customer.unknown', { name })} hint={t('customer.unknownHint')} />
  );
}
