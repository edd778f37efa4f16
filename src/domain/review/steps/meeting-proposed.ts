import { dayWords } from '../../language/days.ts';
import { nameOf } from '../../language/people.ts';
import { listed } from '../../language/words.ts';
import { chosenIn } from '../../questions/choice.ts';
import type { Sent, ShownLine } from '../../questions/question.ts';
import { linesOf } from '../guests.ts';
import { hasAnswered } from '../invitees.ts';
import type { FormSubject } from './step-form.ts';

/**
 * What is proposed for a meeting, in three lines to read: when and where it is, who is asked for evidence by when (not who has answered already), and
 * who is invited.
 * @param values what stands in the form, by input id
 * @param guests the inputs in which those stand who are no colleagues, one to a line
 */
export function meetingProposed(
  { date = '', time = '', where = '', ask = '', evidenceBy = '', invitees = '', ...others }: Sent,
  { school, review }: Pick<FormSubject, 'school' | 'review'>,
  guests: readonly string[],
): readonly ShownLine[] {
  const names = (people: readonly string[]) => people.map((who) => nameOf(school, who));
  const asked = chosenIn(ask);
  const toAnswer = names(asked.filter((who) => !hasAnswered(review, who)));
  const answered = names(asked.filter((who) => hasAnswered(review, who)));
  const invited = [...names(chosenIn(invitees)), ...guests.flatMap((id) => linesOf(others[id] ?? ''))];
  return [
    [{ text: `${dayWords(date)} at ${time}`, weight: 'bold' }, { text: where ? `, ${where}.` : '.' }],
    ...(toAnswer.length > 0 || answered.length === 0
      ? [
          [
            {
              text: `${listed(toAnswer)} ${toAnswer.length === 1 ? 'is' : 'are'} asked for evidence by ${dayWords(evidenceBy)}.`,
            },
          ],
        ]
      : []),
    ...(answered.length > 0
      ? [[{ text: `${listed(answered)} ${answered.length === 1 ? 'has' : 'have'} answered already.` }]]
      : []),
    ...(invited.length > 0 ? [[{ text: `Invited: ${invited.join(', ')}.` }]] : []),
  ];
}
