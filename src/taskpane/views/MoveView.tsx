import { Button, Link } from '@fluentui/react-components';
import { ArrowLeft20Regular, Filter24Regular } from '@fluentui/react-icons';
import { columnOf } from '../../template/environment';
import { goBack } from '../back';
import { DealMove } from '../components/DealMove';
import { Empty } from '../components/Empty';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';

/** One deal to be moved on, won, lost or reopened; `move/<id>` leads here from any list of deals. */
export function MoveView({ dealId }: { readonly dealId: string | null }) {
  const { t, navigate } = usePane();
  const { data } = useWorkbook();
  const isKnown = dealId !== null && columnOf(data.snapshot, 'opportunities', 'id').includes(dealId);
  return (
    <Page>
      <div>
        <Button icon={<ArrowLeft20Regular />} appearance="subtle" onClick={goBack}>
          {t('funnel.move.back')}
        </Button>
      </div>
      <ViewTitle title={t('funnel.move.title')} takesFocus />
      {isKnown ? (
        <DealMove dealId={dealId} />
      ) : (
        <Empty icon={<Filter24Regular />} title={t('funnel.move.gone')}>
          <Link onClick={() => navigate('funnel')}>{t('funnel.move.toFunnel')}</Link>
        </Empty>
      )}
    </Page>
  );
}
