import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`, flexWrap: 'wrap' },
});

interface Props<T extends string> {
  readonly label: string;
  readonly parts: readonly { readonly id: T; readonly text: string }[];
  readonly selected: T;
  readonly onSelect: (part: T) => void;
}

/** Parts of one view. */
export const PartTabs = <T extends string>({ label, parts, selected, onSelect }: Props<T>) => (
  <TabList
    className={useStyles().tabs}
    size="small"
    aria-label={label}
    selectedValue={selected}
    onTabSelect={(_, { value }) => onSelect(value as T)}
  >
    {parts.map(({ id, text }) => (
      <Tab key={id} value={id}>
        {text}
      </Tab>
    ))}
  </TabList>
);
