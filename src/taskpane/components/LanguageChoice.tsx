import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { usePane } from '../context';
import { languageNames } from '../languageNames';
import { languages, type Language } from '../../template/types';

interface Props {
  readonly value: Language;
  readonly onChange: (language: Language) => void;
  readonly disabled?: boolean;
}

/** Language of the sheets to be made. */
export function LanguageChoice({ value, onChange, disabled }: Props) {
  const { t } = usePane();
  return (
    <Field label={t('pane.setup.language')} hint={t('pane.setup.languageHint')}>
      <RadioGroup
        layout="horizontal"
        value={value}
        disabled={disabled}
        onChange={(_, data) => onChange(languages.find((language) => language === data.value) ?? value)}
      >
        {languages.map((language) => (
          <Radio key={language} value={language} label={{ children: languageNames[language], lang: language }} />
        ))}
      </RadioGroup>
    </Field>
  );
}
