import { useState } from 'react';
import { Button, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular, HandLeft24Regular } from '@fluentui/react-icons';
import { tierOverrides, type TierOverrideLine } from '../../../actions/report/tierOverrides';
import { usePane, useWorkbook } from '../../context';
import { useGoTo } from '../../hooks/useGoTo';
import { useSection } from '../../hooks/useSection';
import { Empty } from '../Empty';
import { Failure } from '../Failure';
import { VirtualList } from '../VirtualList';
import { CustomerCounts } from './CustomerCounts';
import { OverrideForm, type OverrideDraft } from './OverrideForm';
import { OverrideItem } from './OverrideItem';
import type { Writer } from './writer';

const useStyles = makeStyles({ add: { alignSelf: 'flex-start' }, intro: { color: tokens.colorNeutralForeground2 } });

const states = ['expired', 'soon', 'inForce'] as const;

/** Tiers set by hand (C-16): the ones that are over or soon will be first, each with its reason and its end. */
export function Overrides({ writer }: { readonly writer: Writer }) {
  const { session, t } = usePane();
  const { snapshot } = useWorkbook().data;
  const styles = useStyles();
  const { goTo, error } = useGoTo();
  const lines = useSection(tierOverrides);
  const [draft, setDraft] = useState<OverrideDraft | null>(null);
  const isAdding = draft !== null && draft.customer === null;
  const remove = (customer: string) =>
    writer.write(() => session.overrideTier(snapshot, { customer, tier: null, reason: '', until: null }));
  return (
    <>
      <Caption1 className={styles.intro}>{t('tiers.overrides.intro')}</Caption1>
      <Button
        className={styles.add}
        icon={<Add20Regular />}
        disabledFocusable={writer.isLocked}
        aria-expanded={isAdding}
        onClick={() => setDraft(isAdding ? null : { customer: null, tier: null, reason: '', until: null })}
      >
        {t('tiers.overrides.add')}
      </Button>
      {draft && (
        <OverrideForm key={draft.customer ?? ''} draft={draft} writer={writer} onClose={() => setDraft(null)} />
      )}
      {lines.length === 0 && !draft && (
        <Empty icon={<HandLeft24Regular />} title={t('tiers.overrides.none')}>
          <Text>{t('tiers.overrides.noneHint')}</Text>
        </Empty>
      )}
      {lines.length > 0 && <Summary lines={lines} />}
      {error !== null && <Failure error={error} />}
      <VirtualList
        items={lines}
        keyOf={({ customerId, row }) => customerId ?? row}
        itemHeight={108}
        label={t('tiers.section.overrides')}
      >
        {(line) => (
          <OverrideItem
            line={line}
            isLocked={writer.isLocked}
            onGoTo={goTo}
            onChange={(customer) =>
              setDraft({ customer, tier: line.tier, reason: line.reason ?? '', until: line.until })
            }
            onRemove={remove}
          />
        )}
      </VirtualList>
    </>
  );
}

/** How many are over, soon over, in force; each figure opens its customers. */
function Summary({ lines }: { readonly lines: readonly TierOverrideLine[] }) {
  const { t } = usePane();
  const counts = states.map((state) => {
    const rows = lines.filter((line) => line.state === state).map(({ row }) => row);
    return { text: t(`tiers.overrides.${state}`, { count: rows.length }), rows };
  });
  return <CustomerCounts counts={counts} />;
}
