import { useState } from 'react';
import { Caption1, Field, Input, Slider, Text, makeStyles, tokens } from '@fluentui/react-components';
import { noUnit } from '../../../actions/import/headerUnit';
import { numberParser } from '../../../actions/import/parseNumber';
import { nearestStop } from '../../../crm/valueScale';
import { usePane, useWorkbook } from '../../context';
import type { Measure } from '../../hooks/useMeasure';
import { narrow } from '../../reflow';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    [narrow]: { flexWrap: 'wrap' },
  },
  field: { width: '132px', flexShrink: 0 },
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0, textAlign: 'end' } },
  slider: { width: '100%' },
  foot: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** Label of the tier. */
  readonly tier: string;
  readonly value: number | null;
  /** Cut point in force. */
  readonly present: number | null;
  /** Where the slider can stand, ascending. */
  readonly stops: readonly number[];
  /** Cut points of the tiers below and above. */
  readonly limits: { readonly least: number; readonly most: number };
  readonly measure: Measure;
  readonly onChange: (value: number) => void;
}

/** A cut point as a slider with steps of equally many customers, and as an exact number beside it. */
export function CutSlider({ tier, value, present, stops, limits, measure, onChange }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const name = t('tiers.try.from', { tier });
  const slide = (place: number) => onChange(Math.min(limits.most, Math.max(limits.least, stops[place]!)));
  return (
    <div>
      <div className={styles.head}>
        <Text weight="semibold">{name}</Text>
        <ExactNumber {...{ value, limits, measure, onChange }} label={t('tiers.try.exact', { tier })} />
      </div>
      <Slider
        className={styles.slider}
        min={0}
        max={stops.length - 1}
        value={nearestStop(stops, value ?? 0)}
        aria-label={name}
        aria-valuetext={measure.show(value)}
        onChange={(_, data) => slide(data.value)}
      />
      <Caption1 className={styles.foot}>
        {measure.show(value)}
        {value !== present && ` · ${t('tiers.try.now', { value: measure.show(present) })}`}
      </Caption1>
    </div>
  );
}

type NumberProps = Pick<Props, 'value' | 'limits' | 'measure' | 'onChange'> & { readonly label: string };

/** Takes amounts as people write them (50,000, ¥50,000, 5万); what cannot be used is said, and changes nothing. */
function ExactNumber({ value, limits, measure, label, onChange }: NumberProps) {
  const { t, format } = usePane();
  const styles = useStyles();
  const { settings } = useWorkbook().data.snapshot;
  const [text, setText] = useState<string | null>(null);
  const read = (typed: string) => readNumber(typed, String(settings.currency ?? ''));
  const typed = text === null ? null : read(text);
  const message = text !== null && problemOf(typed, limits, { t, measure });
  const type = (next: string) => {
    setText(next);
    const found = read(next);
    if (found !== null && isWithin(found, limits)) onChange(found);
  };
  return (
    <Field
      className={styles.field}
      validationMessage={message || undefined}
      validationState={message ? 'error' : 'none'}
    >
      <Input
        size="small"
        className={styles.input}
        inputMode="decimal"
        aria-label={label}
        value={text ?? (value === null ? '' : format.number(value))}
        onChange={(_, data) => type(data.value)}
        onBlur={() => setText(null)}
      />
    </Field>
  );
}

const isWithin = (value: number, { least, most }: Props['limits']) => value >= least && value <= most;

function readNumber(text: string, currency: string): number | null {
  const { value, code } = numberParser('money', { currency, percentPoints: false, unit: noUnit })(text);
  return code === undefined && typeof value === 'number' ? value : null;
}

type Words = Pick<ReturnType<typeof usePane>, 't'> & Pick<Props, 'measure'>;

function problemOf(value: number | null, limits: Props['limits'], { t, measure }: Words): string | null {
  if (value === null) return t('tiers.try.number');
  if (isWithin(value, limits)) return null;
  const from = measure.show(limits.least);
  return limits.most === Infinity
    ? t('tiers.try.atLeast', { from })
    : t('tiers.try.between', { from, to: measure.show(limits.most) });
}
