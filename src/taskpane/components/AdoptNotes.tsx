import { Accordion, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { AdoptionProposal } from '../../actions/adopt/types';
import { CrmError } from '../../shared/errors';
import { cellAddress } from '../../xlsx/address';
import { usePane } from '../context';
import { errorText } from '../errorText';
import { FoldedList } from './FoldedList';

/** What stands in the way, the headings that would change, and what else to know before agreeing. */
export function AdoptNotes({ proposal }: { readonly proposal: AdoptionProposal }) {
  const { t } = usePane();
  const { blockers, problems, columns, adoption } = proposal;
  const changes = columns.flatMap(({ change, header, caption }, index) =>
    change === null
      ? []
      : [
          t('adopt.change.item', {
            cell: cellAddress(adoption.row, adoption.column + index),
            before: header,
            after: caption,
          }),
        ],
  );
  const notes = problems.map(({ code, count, value }) => t(`adopt.problem.${code}`, { count, value }));
  return (
    <>
      {blockers.map(({ code, params }) => (
        <Blocked key={code} error={new CrmError(code, params)} />
      ))}
      <Accordion collapsible multiple defaultOpenItems={['changes', 'notes']}>
        {changes.length > 0 && (
          <FoldedList value="changes" title={t('adopt.change.title', { count: changes.length })} lines={changes} />
        )}
        {notes.length > 0 && (
          <FoldedList value="notes" title={t('adopt.notes', { count: notes.length })} lines={notes} />
        )}
      </Accordion>
    </>
  );
}

function Blocked({ error }: { readonly error: CrmError }) {
  const { t } = usePane();
  const { message, next } = errorText(error, t);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle> {next}
      </MessageBarBody>
    </MessageBar>
  );
}
