import { makeStyles, tokens } from '@fluentui/react-components';

/** A pane that is zoomed to 200 % has half its width (WCAG 1.4.10). */
export const narrow = '@media (max-width: 260px)';

const fields = [
  'Field',
  'Input',
  'Input__input',
  'Select',
  'Select__select',
  'Textarea',
  'Combobox',
  'Combobox__input',
  'Slider',
];
const givingWay = fields.map((part) => [`& .fui-${part}`, { minWidth: 0, maxWidth: '100%', boxSizing: 'border-box' }]);

/** Makes the parts of Fluent give way before the page gets wider than the pane: fields shorten, buttons take lines. */
export const useReflow = makeStyles({
  parts: {
    // A cell may turn the direction of its text: never that of what stands beside it.
    '& *': { unicodeBidi: 'isolate' },
    overflowWrap: 'break-word',
    ...Object.fromEntries(givingWay),
    '& .fui-RadioGroup': { flexWrap: 'wrap' },
    '& .fui-Radio__label, & .fui-Checkbox__label': { minWidth: 0, overflowWrap: 'anywhere' },
    '& .fui-MenuPopover': { maxWidth: `min(300px, calc(100vw - 2 * ${tokens.spacingHorizontalXS}))` },
    '& .fui-MenuItem__content, & .fui-MenuItemRadio__content': { overflowWrap: 'anywhere' },
    [narrow]: {
      '& .fui-Button': { whiteSpace: 'normal', overflowWrap: 'break-word' },
      '& .fui-Card': { paddingInline: tokens.spacingHorizontalS },
      '& .fui-DialogSurface': { padding: tokens.spacingHorizontalM },
      '& .fui-MessageBarBody': { overflowWrap: 'anywhere' },
      '& .fui-MessageBarActions': { flexWrap: 'wrap' },
    },
  },
});
