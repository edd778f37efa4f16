/** What a form says besides its questions, whatever it is about. */
export interface Saying<Subject> {
  /** It is on buttons that were sent before: never to be changed. */
  readonly name: string;
  /** Heads the window it opens in: at most 24 characters. */
  readonly title: string;
  /** The button to it: at most 75 characters. */
  readonly open: string;
  /** The button that sends it: at most 24 characters. */
  readonly send: string;
  /** Other words for these three, where they go by what it is about. */
  words?(subject: Subject): Partial<Record<'title' | 'open' | 'send', string>>;
  /** What is asked, and by when: our own words only. */
  ask(subject: Subject): string;
  /** What a locked phone shows; names no pupil. */
  notification(subject: Subject): string;
  /** What stands in the inputs at first, by input id. */
  values?(subject: Subject): Record<string, string>;
  /** False where nothing is typed at length, so that the note about what to write is not needed. */
  readonly freeText?: false;
}
