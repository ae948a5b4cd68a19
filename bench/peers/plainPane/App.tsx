import { useState } from 'react';
import { Button, Field, Image, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from '@fluentui/react-icons';
import { insertText } from './insertText';

const useStyles = makeStyles({
  app: { minHeight: '100vh', textAlign: 'center' },
  header: { padding: '30px', backgroundColor: tokens.colorNeutralBackground3 },
  promises: { listStyleType: 'none', padding: 0 },
  promise: { display: 'flex', alignItems: 'center', gap: '8px', paddingBlock: '10px', justifyContent: 'center' },
  form: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '20px' },
});

const promises = [
  { icon: <Ribbon24Regular />, text: 'Achieve more with Office integration' },
  { icon: <LockOpen24Regular />, text: 'Unlock features and functionality' },
  { icon: <DesignIdeas24Regular />, text: 'Create and visualize like a pro' },
];

/** What `yo office` gives who asks for a React task pane: a header, three promises, and a text for the selected cell. */
export function App() {
  const styles = useStyles();
  const [text, setText] = useState('Some text.');
  return (
    <div className={styles.app}>
      <header className={styles.header}>
        <Image width="90" height="90" src="../pane/assets/icon-80.png" alt="Plain" />
        <h1>Welcome</h1>
      </header>
      <h2>Discover what this add-in can do for you today!</h2>
      <ul className={styles.promises}>
        {promises.map((promise) => (
          <li key={promise.text} className={styles.promise}>
            {promise.icon}
            {promise.text}
          </li>
        ))}
      </ul>
      <div className={styles.form}>
        <Field size="large" label="Enter text to be inserted into the document.">
          <Textarea size="large" value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        <Button appearance="primary" size="large" onClick={() => void insertText(text)}>
          Insert text
        </Button>
      </div>
    </div>
  );
}
