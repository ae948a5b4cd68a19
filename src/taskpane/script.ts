import { CrmError } from '../shared/errors';

/** Code of a script that did not arrive: the machine is offline, or the server has a newer version by now. */
export const notLoaded = 'notLoaded';

/** Whether something failed only because its script did not arrive. */
export const isNotLoaded = (error: unknown): boolean => error instanceof CrmError && error.code === notLoaded;

/** A script of the pane that is loaded when it is needed. Rejects with `notLoaded`; asked for again, it is tried again. */
export async function script<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    throw new CrmError(notLoaded);
  }
}
