import type { IncomingMessage, ServerResponse } from 'node:http';

/** One path of the server. A handler answers every request it is given, whatever is in it, and does not reject. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** The exact path; or, ending in '/', everything below it. */
  readonly path: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
}
