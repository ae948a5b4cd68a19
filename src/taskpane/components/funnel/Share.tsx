import type { ReactNode } from 'react';
import {
  Caption1,
  Link,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Proportion } from '../../../crm/proportion';
import { usePane } from '../../context';
import { useModal } from '../../hooks/useModal';
import type { RowList } from '../../rows';
import { Figure } from '../Figure';

const useStyles = makeStyles({
  surface: { maxWidth: '260px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
  detail: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly share: Proportion;
  /** What it is the share of, for people who hear it. */
  readonly name: string;
  /** `{{hits}}` of `{{n}}`, in a sentence. */
  readonly sentence: string;
  /** The records of `{{n}}`. */
  readonly list: () => RowList;
  /** Figures with their rows. */
  readonly children?: ReactNode;
}

/** A share that says on demand how sure it is: out of how many, and between which bounds. */
export function Share({ share, name, sentence, list, children }: Props) {
  const { format } = usePane();
  const styles = useStyles();
  const text = format.percent(share.rate);
  if (share.rate === null) return <span>{text}</span>;
  return (
    <Popover trapFocus withArrow positioning="below">
      <PopoverTrigger disableButtonEnhancement>
        <Link as="button" inline className={styles.link} aria-label={`${name}: ${text}`}>
          {text}
        </Link>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={name}>
        <Certainty share={share} sentence={sentence} list={list} />
        {children}
      </PopoverSurface>
    </Popover>
  );
}

function Certainty({ share: { low, high }, sentence, list }: Pick<Props, 'share' | 'sentence' | 'list'>) {
  const { t, format } = usePane();
  useModal();
  return (
    <>
      <Text weight="semibold">
        <Figure text={sentence} list={list} />
      </Text>
      <Caption1 className={useStyles().detail}>
        {t('funnel.share.interval', { low: format.percent(low), high: format.percent(high) })}
      </Caption1>
    </>
  );
}
