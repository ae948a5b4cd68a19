import { Body1, Caption1, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CustomerView, FigureId } from '../../template/views/customer';
import { columnDef, tableDef } from '../../template/load';
import { referenceRow } from '../../template/views/names';
import { columnOf } from '../../template/environment';
import { fewLines } from '../fewLines';
import { Figure } from '../components/Figure';
import { SectionTitle } from '../components/SectionTitle';
import { usePane, useWorkbook, type PaneData } from '../context';
import { useLabel } from '../hooks/useLabel';
import { joined } from '../inText';
import { listOf, type Fact } from './fact';
import { prospects } from './prospects';
import { cellOf, dueText, tierText, type Words } from './text';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0 },
  line: { display: 'grid', gridTemplateColumns: '88px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  label: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  value: fewLines(6),
  why: { color: tokens.colorNeutralForeground2, ...fewLines(6) },
});

/** Cells that are shown as they are, when they hold something. */
const plain = ['consent', 'source', 'phone', 'email', 'address', 'createdAt', 'creditCode', 'note'] as const;

/** Who looks after the customer, tier, lifecycle and next revisit with their reasons, and what the record says. */
export function Facts({ customer }: { readonly customer: CustomerView }) {
  const pane = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  const label = useLabel();
  const facts = [
    ...judged(customer, data, pane, label),
    ...prospects(customer, data, pane),
    ...recorded(customer, data, pane),
  ];
  return (
    <section className={styles.part}>
      <SectionTitle>{pane.t('customer.facts')}</SectionTitle>
      <dl className={styles.list}>
        {facts.map(({ label: caption, value, why, list, whyList }) => (
          <div key={caption} className={styles.line}>
            <dt className={styles.label}>{caption}</dt>
            <dd className={styles.fact}>
              <Body1 className={styles.value}>{list ? <Figure text={value} list={list} /> : value}</Body1>
              {why && (
                <Caption1 className={styles.why}>{whyList ? <Figure text={why} list={whyList} /> : why}</Caption1>
              )}
            </dd>
          </div>
        ))}
        <Parent row={customer.row} />
      </dl>
    </section>
  );
}

type LabelOf = ReturnType<typeof useLabel>;

/** Facts that a rule found, with the rule. */
function judged(customer: CustomerView, data: PaneData, words: Words, label: LabelOf): Fact[] {
  const { t } = words;
  const { owner, supervisor, tier, rfm, lifecycle } = customer;
  const fact = (
    key: string,
    value: string | null,
    why?: string | null,
    lists?: Pick<Fact, 'list' | 'whyList'>,
  ): Fact[] => (value === null ? [] : [{ label: t(`customer.fact.${key}`), value, why, ...lists }]);
  const behind = (key: string, figure: FigureId) =>
    listOf({ ...customer.figures[figure], title: joined([t(`customer.fact.${key}`), customer.name]) });
  const stage = lifecycle?.computed.rule === 'openDeal' ? 'deals' : 'orders';
  const people =
    supervisor && owner && t('customer.fact.supervisor', { owner: owner.name, supervisor: supervisor.name });
  return [
    ...fact('owner', people ?? owner?.name ?? t('customer.fact.noOwner')),
    ...fact('tier', tier, tierText(customer.tierWhy, data, words), { whyList: behind('tier', 'value') }),
    ...fact('lifecycle', lifecycle && label('lifecycle', lifecycle.lifecycle), lifecycleText(customer, label, words), {
      whyList: behind('lifecycle', stage),
    }),
    ...fact('rfm', rfm && t('customer.rfm', { ...rfm, segment: label('rfmSegment', rfm.segment) }), null, {
      list: behind('rfm', 'orders'),
    }),
    ...fact('due', dueDay(customer, words), dueText(customer.dueWhy, data, words)),
  ];
}

function dueDay({ nextDue, daysLate }: CustomerView, { t, format }: Words): string {
  if (nextDue === null || daysLate === null) return t('customer.fact.noDue');
  const late = daysLate > 0 ? t('customer.late', { count: daysLate }) : null;
  return [format.date(nextDue), late].filter(Boolean).join(' · ');
}

/** The rule of the computed stage with its figure; of a stage that a person holds, what the evidence says. */
function lifecycleText({ lifecycle }: CustomerView, label: LabelOf, { t }: Words): string | null {
  if (!lifecycle) return null;
  const { computed, isHeld, orders, deals } = lifecycle;
  if (isHeld && lifecycle.lifecycle !== computed.lifecycle)
    return t('customer.lifecycle.held', { stage: label('lifecycle', computed.lifecycle) });
  const rule = label('lifecycleRule', computed.rule);
  const counts: Readonly<Record<string, number>> = { loyalOrders: orders, repeatOrders: orders, openDeal: deals };
  const count = counts[computed.rule];
  return count === undefined ? rule : t('customer.lifecycle.ruleCount', { rule, count });
}

function recorded({ row }: CustomerView, data: PaneData, words: Words): Fact[] {
  return plain.flatMap((column): Fact[] => {
    const value = cellOf(data, words, 'customers', column, row);
    const caption = columnDef(tableDef('customers'), column).caption[words.language];
    return value === null ? [] : [{ label: caption, value }];
  });
}

/** The parent company, one click from its own view. */
function Parent({ row }: { readonly row: number }) {
  const pane = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  const name = cellOf(data, pane, 'customers', 'parent', row);
  if (name === null) return null;
  const { computed } = data.figures;
  const at = referenceRow(computed, 'customers', columnOf(computed, 'customers', 'parent')[row] ?? null);
  const id = at === null ? null : columnOf(computed, 'customers', 'id')[at];
  const open = () => pane.navigate(`customer/${encodeURIComponent(String(id))}`);
  return (
    <div className={styles.line}>
      <dt className={styles.label}>{columnDef(tableDef('customers'), 'parent').caption[pane.language]}</dt>
      <dd className={mergeClasses(styles.fact, styles.value)}>
        {typeof id === 'string' ? <Link onClick={open}>{name}</Link> : name}
      </dd>
    </div>
  );
}
