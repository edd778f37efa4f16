import { dayWords } from '../domain/language/days.ts';
import type { LocalDate } from '../domain/time.ts';
import { button } from '../presentation/buttons.ts';
import type { ActionData, CardMessage } from '../presentation/message.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import type { NotADay } from './reminder-answers.ts';

const CHOICE = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Why what was said of a day can't be taken, with the day or days it was read as. */
export function whyNotThatDay(read: NotADay): string {
  const say = SAY.day[read.is];
  if (read.is === 'past' || read.is === 'far') return `You said ${dayWords(read.day)}. ${say}`;
  if (read.is !== 'several') return say;
  const is = `Is it ${CHOICE.format(read.days.map(dayWords))}?`;
  return read.days.length > 1 ? `${say} ${is}` : `${SAY.day.inDoubt} ${is}`;
}

/**
 * Asks for the day: a button for each that may be meant, and one that leaves the choice to them. `opens` is what a button
 * does that has settled on a day, or on none.
 */
export function whichDayScreen(read: NotADay, opens: (day?: LocalDate) => ActionData): CardMessage {
  const days = read.is === 'several' ? read.days : [];
  return noticeScreen('Which day?', whyNotThatDay(read), [
    ...days.map((day) => button(dayWords(day), opens(day))),
    button('Choose a day', opens(), days.length ? 'default' : 'positive'),
  ]);
}
