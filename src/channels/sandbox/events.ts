import type { ServerResponse } from 'node:http';

/** The pages that are open, told by Server-Sent Events that there is something new to ask for. */
export interface Events {
  /** Keeps `response` open as an event stream until its page goes. */
  open(response: ServerResponse): void;
  /** Tells every page to look again. Many calls in one go become one event. */
  changed(): void;
  close(): void;
}

/** A comment now and then keeps what stands between from taking the stream for dead. */
const HEARTBEAT_MS = 20_000;

/** No pages yet; each is told from the moment it asks. */
export function eventStreams(): Events {
  const pages = new Set<ServerResponse>();
  let pending = false;

  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();

  function write(text: string): void {
    for (const page of pages) page.write(text);
  }

  return {
    open(response) {
      response.setHeader('content-type', 'text/event-stream; charset=utf-8');
      response.write('retry: 1000\n\nevent: changed\ndata: {}\n\n');
      pages.add(response);
      response.once('close', () => pages.delete(response));
    },
    changed() {
      if (pending) return;
      pending = true;
      setImmediate(() => {
        pending = false;
        write('event: changed\ndata: {}\n\n');
      });
    },
    close() {
      clearInterval(heartbeat);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
