import { useState } from 'react';
import { Caption1, Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Workload } from '../../actions/report/teamWork';
import type { TodayItem } from '../../actions/report/today';
import { usePane } from '../context';
import { usePersonName } from '../hooks/usePersonName';
import { AskDialog } from './AskDialog';
import { headingOf } from './text';

const useStyles = makeStyles({
  person: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly item: TodayItem;
  /** Something else is being written. */
  readonly isBusy: boolean;
  /** Everybody who could take it, the least loaded first. */
  readonly team: readonly Workload[];
  readonly onSave: (person: Workload) => void;
  readonly onClose: () => void;
}

/** Who takes something over, with what each has to do already (C-65). */
export function ReassignDialog({ item, isBusy, team, onSave, onClose }: Props) {
  const { t, format } = usePane();
  const styles = useStyles();
  const others = team.filter(({ id }) => id !== item.owner?.id);
  const [chosen, setChosen] = useState<string>('');
  const person = others.find(({ id }) => id === chosen);
  const nameOf = usePersonName(team);
  const work = ({ waiting, loadShare }: Workload) =>
    [
      t('today.reassign.waiting', { count: waiting }),
      loadShare === null ? null : t('today.reassign.load', { share: format.percent(loadShare) }),
    ]
      .filter(Boolean)
      .join(' · ');
  const title = t('today.reassign.title', { name: headingOf(item) });
  return (
    <AskDialog
      title={title}
      action={t('today.reassign.save')}
      isReady={person !== undefined && !isBusy}
      onAction={() => person && onSave(person)}
      onClose={onClose}
    >
      {others.length === 0 ? (
        <Text>{t('today.reassign.nobody')}</Text>
      ) : (
        <RadioGroup aria-label={title} value={chosen} onChange={(_, { value }) => setChosen(value)}>
          {others.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              label={
                <span className={styles.person}>
                  <span>{nameOf(one)}</span>
                  <Caption1 className={styles.detail}>{work(one)}</Caption1>
                </span>
              }
            />
          ))}
        </RadioGroup>
      )}
    </AskDialog>
  );
}
