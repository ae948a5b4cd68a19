import { useState } from 'react';
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
  const [moves, setMoves] = useState(0);
  const isKnown = dealId !== null && columnOf(data.snapshot, 'opportunities', 'id').includes(dealId);
  return (
    <Page>
      <div>
        <Button icon={<ArrowLeft20Regular />} appearance="subtle" onClick={goBack}>
          {t('funnel.move.back')}
        </Button>
      </div>
      {/* The form that was sent gives way to the next one: the focus goes up to where the bar tells of the move. */}
      <ViewTitle key={moves} title={t('funnel.move.title')} takesFocus />
      {isKnown ? (
        <DealMove dealId={dealId} onMoved={() => setMoves((count) => count + 1)} />
      ) : (
        <Empty icon={<Filter24Regular />} title={t('funnel.move.gone')}>
          <Link onClick={() => navigate('funnel')}>{t('funnel.move.toFunnel')}</Link>
        </Empty>
      )}
    </Page>
  );
}
