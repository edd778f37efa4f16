import { dayWords } from '../../language/days.ts';
import { nameOf } from '../../language/people.ts';
import { listed } from '../../language/words.ts';
import { chosenIn } from '../../questions/choice.ts';
import type { Sent, ShownLine } from '../../questions/question.ts';
import type { School } from '../../school/school.ts';
import { linesOf } from '../guests.ts';

/**
 * What is proposed for a meeting, in three lines to read: when and where it is, who is asked for evidence by when, and who is
 * invited.
 * @param values what stands in the form, by input id
 * @param guests the inputs in which those stand who are no colleagues, one to a line
 */
export function meetingProposed(
  { date = '', time = '', where = '', ask = '', evidenceBy = '', invitees = '', ...others }: Sent,
  school: School,
  guests: readonly string[],
): readonly ShownLine[] {
  const names = (people: string) => chosenIn(people).map((who) => nameOf(school, who));
  const asked = names(ask);
  const invited = [...names(invitees), ...guests.flatMap((id) => linesOf(others[id] ?? ''))];
  return [
    [{ text: `${dayWords(date)} at ${time}`, weight: 'bold' }, { text: where ? `, ${where}.` : '.' }],
    [
      {
        text: `${listed(asked)} ${asked.length === 1 ? 'is' : 'are'} asked for evidence by ${dayWords(evidenceBy)}.`,
      },
    ],
    ...(invited.length > 0 ? [[{ text: `Invited: ${invited.join(', ')}.` }]] : []),
  ];
}
