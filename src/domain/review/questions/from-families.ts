import type { Filling } from '../../language/terms.ts';
import { oneOf, optionsIn } from '../../questions/choice.ts';
import { pastDay } from '../../questions/days.ts';
import type { Answers, Option } from '../../questions/question.ts';
import { forOverseers } from '../../questions/said.ts';
import { longText, shortText } from '../../questions/text.ts';

/* What families ask for and send in before a meeting (Guide to SEND review meetings for parents, “How parents can prepare”). */

/** Who asks for another day. */
export const ASKED_BY = {
  parent: 'A parent or carer',
  'young-person': 'The {child}',
  representative: 'The young person’s representative',
  invited: 'Somebody else invited',
} as const;

type AskedBy = keyof typeof ASKED_BY;

/** A representative is one of a young person’s. */
const askers = (_subject: unknown, words: Filling): readonly Option<AskedBy>[] =>
  optionsIn<AskedBy>(ASKED_BY, words).filter(
    ({ value }) => value !== 'representative' || words.child === 'young person',
  );

const REARRANGE_ROWS = {
  asker: oneOf<AskedBy>({ options: askers, label: 'Who asked?', needed: 'Please choose who asked.' }),
  askedOn: pastDay({ label: 'When did they ask?', needed: 'Please choose the day they asked.' }),
  why: longText({
    label: 'Why can they not come then, in their words?',
    needed: 'Please write why they asked.',
    longest: 500,
    called: '',
  }),
  preferred: shortText({
    label: 'What would suit them?',
    hint: 'Tuesdays after 14:00, or online',
    longest: 200,
    called: 'Would suit them',
  }),
} as const;
/** Somebody asks to hold the meeting at another time. */
export const REARRANGE = forOverseers(REARRANGE_ROWS);
export interface RearrangeAnswer extends Answers<typeof REARRANGE> {}

const KEEP_MEETING_ROWS = {
  why: longText({
    label: 'Why does the meeting stay as it is?',
    hint: 'What was offered instead: to join by telephone, to send views before',
    needed: 'Please say why it stays: whoever asked is told.',
    longest: 1000,
    called: '',
  }),
} as const;
/** The meeting stays as it is, though somebody asked for another time. */
export const KEEP_MEETING = forOverseers(KEEP_MEETING_ROWS);

const SENT_IN_ROWS = {
  what: shortText({
    label: 'What was sent in?',
    hint: 'A report, advice, a drawing, a piece of work',
    needed: 'Please say what it is.',
    longest: 200,
    called: '',
  }),
  from: shortText({
    label: 'From whom?',
    hint: 'Mum, or the educational psychologist',
    needed: 'Please say from whom it is.',
    longest: 200,
    called: 'From',
  }),
  on: pastDay({ label: 'The day it came', needed: 'Please choose the day it came.', called: 'Came' }),
  kept: shortText({
    label: 'Where is it kept?',
    hint: 'In the pupil’s folder on the shared drive',
    needed: 'Please say where it is kept.',
    longest: 300,
    called: 'Kept',
  }),
} as const;
/** Something that the family, or a professional who works with the pupil, sends in: it is kept where the school keeps it, and listed here. */
export const SENT_IN = forOverseers(SENT_IN_ROWS);
export interface SentInAnswer extends Answers<typeof SENT_IN> {}
