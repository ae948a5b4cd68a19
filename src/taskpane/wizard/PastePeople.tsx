import { useState } from 'react';
import { Button, Field, Textarea, makeStyles } from '@fluentui/react-components';
import { ClipboardPaste20Regular } from '@fluentui/react-icons';
import { peopleFromText, type PersonEntry } from '../../actions/setUpPeople';
import { Unfolded } from '../components/Unfolded';
import { usePane } from '../context';

const useStyles = makeStyles({ box: { flexBasis: '100%' } });

interface Props {
  readonly people: readonly PersonEntry[];
  readonly disabled: boolean;
  readonly onPeople: (people: readonly PersonEntry[]) => void;
}

/** Cells of a list of people, pasted: they appear in the form, where they can still be changed. */
export function PastePeople({ people, disabled, onPeople }: Props) {
  const { session, t, announce } = usePane();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const take = (text: string) => {
    const pasted = peopleFromText(text, people, () => session.newId('team'));
    if (!pasted.length) return;
    onPeople(pasted);
    announce(t('wizard.people.pasted', { count: pasted.length }));
    setOpen(false);
  };
  return (
    <>
      <Button
        icon={<ClipboardPaste20Regular />}
        disabled={disabled}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('wizard.people.paste')}
      </Button>
      {isOpen && (
        <Unfolded className={styles.box} label={t('wizard.people.paste')} takesFirst onClose={() => setOpen(false)}>
          <Field label={t('wizard.people.paste')} hint={t('wizard.people.pasteHint')}>
            <Textarea rows={3} value="" onChange={(_, { value }) => take(value)} />
          </Field>
        </Unfolded>
      )}
    </>
  );
}
