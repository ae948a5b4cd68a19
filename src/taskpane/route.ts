/** `#/log/C-7F3K9QXA` -> view `log` with the argument `C-7F3K9QXA`. */
export interface Route {
  readonly view: string;
  readonly argument: string | null;
}

export function parseRoute(route: string): Route {
  const [view = '', argument] = route.replace(/^#?\/?/, '').split('/');
  return { view, argument: argument ? decoded(argument) : null };
}

/** A hash that somebody typed may be no proper one: it is taken as it is, and the view tells that nothing has that id. */
function decoded(argument: string): string {
  try {
    return decodeURIComponent(argument);
  } catch (error) {
    if (error instanceof URIError) return argument;
    throw error;
  }
}

/** The route is the hash: office.js removes `history.pushState`, and ribbon buttons set the hash of an open pane. */
export const routeNow = (initial: string): Route => parseRoute(location.hash || initial);
