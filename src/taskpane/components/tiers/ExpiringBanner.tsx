import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { tierOverrides } from '../../../actions/report/tierOverrides';
import { usePane } from '../../context';
import { useSection } from '../../hooks/useSection';

/** Says that tiers set by hand are over or soon will be (C-16), with the way to them; nothing when none is. */
export function ExpiringBanner({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = usePane();
  const lines = useSection(tierOverrides);
  const counts = (['expired', 'soon'] as const).flatMap((state) => {
    const count = lines.filter((line) => line.state === state).length;
    return count ? [t(`tiers.overrides.${state}`, { count })] : [];
  });
  if (!counts.length) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t('tiers.overrides.banner', { what: counts.join(' · ') })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onOpen}>
          {t('tiers.overrides.show')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
