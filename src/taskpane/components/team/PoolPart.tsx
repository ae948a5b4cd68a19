import { Button, Caption1, Text } from '@fluentui/react-components';
import { personRecords } from '../../../actions/report/personRecords';
import { poolQueue, type PoolCandidate, type Suitor } from '../../../actions/report/poolQueue';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { useMe } from '../../hooks/useMe';
import { useSection } from '../../hooks/useSection';
import { somebody, useTeamName } from '../../hooks/useTeamName';
import { Metrics } from '../Metric';
import { RecordItem } from '../RecordItem';
import { SectionTitle } from '../SectionTitle';
import { VirtualList } from '../VirtualList';
import { RecyclePanel } from './RecyclePanel';
import type { PartProps } from '../part';

/** The public pool (公海): who needs an owner and who would fit, and whose protection ends (C-64, C-65, C-67). */
export function PoolPart({ write, onGoTo }: PartProps) {
  const { t, format } = usePane();
  const { free, warning, recyclable } = useSection(poolQueue);
  const metric = (name: string, rows: readonly number[]) => ({
    label: t(`team.pool.${name}`),
    value: format.number(rows.length),
    list: rows.length ? () => ({ title: t(`team.pool.${name}`), table: 'customers', rows }) : undefined,
  });
  const freeRows = free.map(({ row }) => row);
  return (
    <>
      <Metrics items={[metric('free', freeRows), metric('warning', warning), metric('recyclable', recyclable)]} />
      {recyclable.length > 0 && <RecyclePanel write={write} />}
      <SectionTitle>{t('team.pool.without')}</SectionTitle>
      {free.length === 0 && <Text>{t('team.pool.none')}</Text>}
      <VirtualList
        items={free}
        keyOf={({ customerId, row }) => customerId ?? row}
        itemHeight={120}
        label={t('team.pool.without')}
      >
        {(candidate) => <FreeCustomer candidate={candidate} write={write} onGoTo={onGoTo} />}
      </VirtualList>
    </>
  );
}

function FreeCustomer({ candidate, write, onGoTo }: PartProps & { readonly candidate: PoolCandidate }) {
  const { t, session } = usePane();
  const { data, locked } = useWorkbook();
  const [me] = useMe();
  const myself = useSection(personRecords).find(({ id, active }) => active && id !== null && id === me);
  const nameOf = useTeamName();
  const { customerId } = candidate;
  const best = candidate.best.map((suitor) => ({ ...suitor, person: nameOf(somebody(suitor)) }));
  const customer = brief(candidate.customer);
  const give = (personId: string, person: string) =>
    write.write(t('team.pool.given', { customer, person }), () =>
      session.claimCustomer(data.snapshot, { customer: customerId!, person: personId }),
    );
  const isMine = best.some(({ personId }) => personId === me);
  return (
    <RecordItem
      title={customer}
      onGoTo={customerId === null ? undefined : () => onGoTo('customers', customerId)}
      actions={
        customerId !== null &&
        (best.length > 0 || myself) && (
          <>
            {best
              .filter(({ personId }) => personId !== null)
              .map((suitor, index) => (
                <SuitorButton
                  key={suitor.personId}
                  suitor={suitor}
                  customer={customer}
                  isBest={index === 0}
                  disabled={locked || write.isRunning}
                  onGive={() => give(suitor.personId!, suitor.person)}
                />
              ))}
            {myself && !isMine && (
              <Button
                size="small"
                appearance="subtle"
                disabled={locked || write.isRunning}
                aria-label={t('team.pool.claimNamed', { customer })}
                onClick={() => give(myself.id!, nameOf(myself))}
              >
                {t('team.pool.claim')}
              </Button>
            )}
          </>
        )
      }
    >
      {best.length === 0 && <Caption1>{t('team.pool.nobodyFits')}</Caption1>}
      {best.length > 0 && <Caption1>{reasonText(best[0]!, t)}</Caption1>}
    </RecordItem>
  );
}

const reasonText = ({ person, reasons }: Suitor, t: ReturnType<typeof usePane>['t']): string =>
  t('team.pool.because', { person, reasons: reasons.map((reason) => t(`team.reason.${reason}`)).join(t('team.and')) });

interface SuitorProps {
  readonly suitor: Suitor;
  readonly customer: string;
  readonly isBest: boolean;
  readonly disabled: boolean;
  readonly onGive: () => void;
}

function SuitorButton({ suitor, customer, isBest, disabled, onGive }: SuitorProps) {
  const { t, format } = usePane();
  return (
    <Button
      size="small"
      appearance={isBest ? 'outline' : 'subtle'}
      disabled={disabled}
      title={reasonText(suitor, t)}
      aria-label={t('team.pool.giveNamed', { customer, person: suitor.person, score: format.percent(suitor.score) })}
      onClick={onGive}
    >
      {t('team.pool.give', { person: suitor.person, score: format.percent(suitor.score) })}
    </Button>
  );
}
