import { useState } from 'react';
import { Body1, Button, Caption1, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { audience } from '../../../actions/report/audience';
import { audienceRows } from '../../../actions/report/audienceRows';
import { leftOutReasons } from '../../../crm/audience';
import { usePane, useWorkbook } from '../../context';
import { useSection } from '../../hooks/useSection';
import type { Write } from '../../hooks/useWrite';
import { joined } from '../../inText';
import { Figure } from '../Figure';
import { SectionTitle } from '../SectionTitle';
import { TickPreview } from '../TickPreview';

const useStyles = makeStyles({
  rule: { overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  action: { alignSelf: 'flex-start' },
});

/** Whom a campaign may address and who is left out why (C-59), and the invitation, seen before it is written. */
export function AudiencePanel({ campaignId, write }: { readonly campaignId: string; readonly write: Write }) {
  const { t, session } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const found = useSection(audience).find((one) => one.campaignId === campaignId);
  const rows = useSection(audienceRows).get(campaignId);
  if (!found || !rows) {
    return (
      <>
        <SectionTitle>{t('campaigns.audience')}</SectionTitle>
        <Caption1>{t('campaigns.noAudience')}</Caption1>
      </>
    );
  }
  const { rule, isBroken, matched, excluded, invitable, members } = found;
  const figure = (name: string, count: number, of: readonly number[]) => (
    <Figure
      text={t(`campaigns.audienceOf.${name}`, { count })}
      isEmpty={count === 0}
      list={() => ({
        title: t(`campaigns.audienceOf.${name}`, { count }),
        table: 'customers',
        rows: of,
      })}
    />
  );
  const invite = (rejected: ReadonlySet<string>) => {
    const chosen = { ...found, members: members.filter(({ customerId }) => !rejected.has(customerId)) };
    setOpen(false);
    write.write(t('campaigns.invited', { count: chosen.members.length }), (options) =>
      session.inviteAudience(data.snapshot, chosen, data.figures.environment.today, options),
    );
  };
  return (
    <>
      <SectionTitle>{t('campaigns.audience')}</SectionTitle>
      <Body1 className={styles.rule}>{rule}</Body1>
      {isBroken && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('campaigns.ruleBroken')}</MessageBarBody>
        </MessageBar>
      )}
      <Caption1>
        {figure('matched', matched, rows.matched)} · {figure('invitable', invitable, rows.invitable)}
      </Caption1>
      {matched > invitable && (
        <ul className={styles.list} aria-label={t('campaigns.leftOut')}>
          {leftOutReasons
            .filter((reason) => excluded[reason] > 0)
            .map((reason) => (
              <li key={reason}>
                <Caption1>{figure(reason, excluded[reason], rows.leftOut[reason])}</Caption1>
              </li>
            ))}
        </ul>
      )}
      {invitable > 0 && (
        <Button
          className={styles.action}
          disabled={locked}
          disabledFocusable={write.isRunning}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('campaigns.showInvitable', { count: invitable })}
        </Button>
      )}
      {isOpen && (
        <TickPreview
          title={t('campaigns.preview')}
          ticks={members.map(({ customerId, customer, owner }) => ({
            id: customerId,
            text: joined([customer, owner]),
          }))}
          isBusy={write.isRunning}
          applyText={(count) => t('campaigns.invite', { count })}
          onApply={invite}
          onClose={() => setOpen(false)}
        >
          {t('campaigns.previewText')}
        </TickPreview>
      )}
    </>
  );
}
