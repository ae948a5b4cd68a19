import { Body1, Checkbox, Text } from '@fluentui/react-components';
import type { Plan } from '../../template/plan';
import { usePane } from '../context';
import { joined } from '../inText';
import { tableTitle } from '../tableTitle';

interface Props {
  readonly plan: Plan;
  /** `table.column` of those that get the formula of the CRM. */
  readonly taken: ReadonlySet<string>;
  readonly onChange: (taken: ReadonlySet<string>) => void;
}

/** Calculated columns with a formula of the manager's own: each stays unless it is ticked. */
export function OwnFormulas({ plan, taken, onChange }: Props) {
  const { t, language } = usePane();
  if (!plan.own.length) return null;
  const toggle = (key: string, isTaken: boolean) =>
    onChange(new Set(isTaken ? [...taken, key] : [...taken].filter((other) => other !== key)));
  return (
    <div role="group" aria-label={t('pane.setup.own.title', { count: plan.own.length })}>
      <Body1>{t('pane.setup.own.title', { count: plan.own.length })}</Body1>
      {plan.own.map(({ table, column, found }) => {
        const key = `${table}.${column}`;
        const name = joined([tableTitle(table, language), plan.names.caption(table, column)], ': ');
        return (
          <div key={key}>
            <Checkbox
              label={t('pane.setup.own.take', { column: name })}
              checked={taken.has(key)}
              onChange={(_, { checked }) => toggle(key, checked === true)}
            />
            <Text size={200} block wrap>
              {t('pane.setup.own.found', { formula: found })}
            </Text>
          </div>
        );
      })}
    </div>
  );
}
