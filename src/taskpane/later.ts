import { createElement, lazy, type ComponentType, type FunctionComponent } from 'react';
import { script } from './script';

/** Starts the loading of parts that failed anew. */
const failed = new Set<() => void>();

/**
 * A part of the pane whose script comes when it is first shown. A script that does not arrive ends as `notLoaded` in the
 * boundary above; React.lazy alone would remember that for ever, here `loadAgain` makes the next showing try again.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  const begin = () =>
    lazy(() =>
      script(load).then(
        (part) => ({ default: part }),
        (failure: unknown) => {
          failed.add(renew);
          throw failure;
        },
      ),
    );
  let part = begin();
  const renew = () => {
    part = begin();
  };
  // React's types do not follow a lazy part whose props are not known yet.
  return (props) => createElement(part as unknown as ComponentType<P>, props);
}

/** Forgets what could not be loaded. */
export function loadAgain(): void {
  for (const renew of failed) renew();
  failed.clear();
}
