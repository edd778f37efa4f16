/** How people and things are spoken of in a review: the words of its phase. Each can stand in the middle of a sentence. */
export interface Terms {
  /** "pupil", "child", "young person". */
  readonly child: string;
  /** Who is addressed for the child: "parents or carers", "the young person", or "the young person’s representative". */
  readonly addressed: string;
  /** What is worked towards: "target" (SEN Support, early years), "outcome" (EHC plan). */
  readonly goal: string;
  readonly goals: string;
  /** Where they are: "school", or "nursery" before Reception. */
  readonly setting: string;
}

/** What stands for the words in braces: a review's terms, and what a row adds of its own (the number of an item). */
export type Filling = Readonly<Record<string, string>>;

const BRACES = /\{([a-zA-Z]+)\}/g;

/**
 * Our own sentence with each `{word}` in it replaced. Only ever for sentences of ours: what people typed is never passed
 * through it.
 * @throws {Error} when the sentence asks for a word there is none for
 */
export function fillTerms(sentence: string, words: Filling): string {
  return sentence.replaceAll(BRACES, (whole, name: string) => {
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    if (word === undefined) throw new Error(`no word for ${whole} in a sentence of ours`);
    return word;
  });
}
