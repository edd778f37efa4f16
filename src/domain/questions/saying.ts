import type { ShownLine } from './question.ts';

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
  /** Why the days it speaks of, and what it asks, are what they are, by law and guidance: said when it is asked for; '' for nothing. */
  why?(subject: Subject): string;
  /** What a locked phone shows; names no pupil. */
  notification(subject: Subject): string;
  /** What stands in the inputs at first, by input id: what is stored now. */
  values?(subject: Subject): Record<string, string>;
  /** What is stored of it now, where something else stands in its inputs at first: nobody yet, or a day in the place of one that has passed. */
  stored?(subject: Subject): Record<string, string>;
  /** What stands where nothing is stored yet: today, say. */
  suggests?(subject: Subject): Record<string, string>;
  /**
   * What it would say as it stands, in lines to read: then that is shown, with the one button that sends it, and all of its
   * questions stand under “Change”. Undefined where there is something to answer first.
   */
  proposes?(subject: Subject): readonly ShownLine[] | undefined;
  /**
   * By the id of a choice: what each of its options stands for now, where the answer changes that. What somebody else has
   * changed since the form was shown is not changed over their heads.
   */
  behind?(subject: Subject): Record<string, Record<string, string>>;
  /**
   * Whether what stands in its inputs is stored by now, where it may be no more than suggested: from then on what somebody else has
   * changed since the form was shown is not changed over their heads; what only stood there as a suggestion is then what the person
   * says, too. Left out: of a review, never, since it adds something or another rule says whose answer holds; else always.
   */
  isKept?(subject: Subject): boolean;
  /** Its answers say one thing together: where another person has changed one, all are looked at once more. */
  readonly oneThing?: true;
  /** False where nothing is typed at length, so that the note about what to write is not needed. */
  readonly freeText?: false;
}
