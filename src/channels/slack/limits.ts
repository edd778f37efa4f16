/**
 * What Slack takes at most, in characters unless said otherwise. Slack refuses a whole message or window for one
 * value too long, so nothing is sent that passes these, and nothing is cut to fit.
 */
export const LIMITS = {
  /** Blocks in a message. */
  messageBlocks: 50,
  /** All text of a message and 50 for each block: Slack counts the blocks' own weight too, and does not say how. */
  messageWeight: 13_000,
  /** The text beside the blocks, which a locked phone shows. */
  messageText: 4000,
  /** Blocks in a window. */
  viewBlocks: 100,
  /** Bytes of a window's JSON. */
  viewBytes: 250_000,
  title: 24,
  submit: 24,
  privateMetadata: 3000,
  id: 255,
  sectionText: 3000,
  headerText: 150,
  contextText: 3000,
  /** Elements in one row of buttons. */
  actions: 25,
  buttonText: 75,
  /** What is read out for a button. */
  buttonLabel: 75,
  buttonValue: 2000,
  label: 2000,
  hint: 2000,
  placeholder: 150,
  optionText: 75,
  optionValue: 150,
  /** Options in a menu, or in one group of them. */
  options: 100,
  /** Groups of options in a menu. */
  optionGroups: 100,
  /** Options as radio buttons or checkboxes. */
  choiceButtons: 10,
  inputText: 3000,
} as const;

/**
 * A card that Slack can't show as it is meant: something outside the subset of docs/cards.md, or longer than Slack
 * takes. The message names the place and the fault, never the text that stood there.
 */
export class Untranslatable extends Error {
  /** The limit passed, or 'subset'. */
  readonly code: string;
  constructor(message: string, code = 'subset') {
    super(message);
    this.code = code;
  }
}

/** @throws {Untranslatable} when `size` is more than Slack takes of `limit` */
export function within(limit: keyof typeof LIMITS, size: number, where: string): void {
  if (size <= LIMITS[limit]) return;
  throw new Untranslatable(`${where}: ${size} is over ${limit} (${LIMITS[limit]})`, limit);
}
