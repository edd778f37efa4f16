import type { Button } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { bold, type Part, part, plain, section, sheetCard, typed } from '../parts.ts';
import { safetyRuns, type WithLead } from './safety.ts';

/** As much of it as fits on one message in each chat. */
const GIVEN_BACK = 8_000;

/** What was typed where the chat shows it nowhere: to be copied from here. */
function givenBack(text: string): readonly Part[] {
  const cut = text.length > GIVEN_BACK;
  const label = cut
    ? `The first ${GIVEN_BACK.toLocaleString('en-GB')} characters of it, to copy:`
    : 'It is here, to copy:';
  return [part([[bold(label)], ...typed(text.slice(0, GIVEN_BACK))])];
}

/** What is said to a message that is too long: whom to tell first, since it may be about a child's safety. */
export function tooLongCard(given: {
  readonly schools: readonly WithLead[];
  readonly say: string;
  /** The message, where it is to be given back. */
  readonly typed?: string;
  readonly buttons: readonly Button[];
}): CardMessage {
  const line = safetyRuns(given.schools, 'I have not stored what you wrote.', 'it');
  const card = sheetCard({
    frame: { title: 'That is too long for me' },
    sections: [
      section('', [
        part([[plain(given.say)]]),
        part([line]),
        ...(given.typed === undefined ? [] : givenBack(given.typed)),
      ]),
    ],
    buttons: given.buttons,
  });
  return { card, notification: 'SEND reviews: an answer for you' };
}
