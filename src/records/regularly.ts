/** Something that is done again and again while the bot runs. */
export interface Regular {
  /** Does it no more, and resolves once what is in hand is done. */
  readonly stop: () => Promise<void>;
}

/**
 * Does `work` now and every `ms` milliseconds, never twice at once, and without keeping the process alive.
 * @param failed told when it rejected; it is done again next time all the same
 */
export function regularly(ms: number, work: () => Promise<void>, failed: (error: unknown) => void): Regular {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = running.then(work).catch(failed);
  };
  look();
  const timer = setInterval(look, ms);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
