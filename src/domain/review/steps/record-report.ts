import { nameOf } from '../../language/people.ts';
import { namesThatFit } from '../../language/words.ts';
import { LONGEST } from '../../questions/text.ts';
import { dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { wasLate } from '../held.ts';
import { invitedTo } from '../invited.ts';
import { REPORT } from '../questions/annual-after.ts';
import {
  answered,
  asBefore,
  checkAfterMeeting,
  closedByIt,
  dated,
  LETTERS,
  type LetterGiven,
  letterRecorded,
  withLetter,
} from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import type { Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';

interface RecordReport extends LetterGiven {
  readonly type: 'record-report';
}

interface ReportSent extends LetterGiven {
  readonly type: 'report-sent';
}

/** Whose advice or evidence came after the meeting, so that it went round with nothing: '' where all was there. */
function withIt({ review, school }: Pick<FormSubject, 'review' | 'school'>): string {
  const { outsiders } = annualPartOf(review);
  const advice = outsiders.filter((one) => one.advice?.given && wasLate(review, one.advice.at));
  const evidence = review.evidence.filter(
    ({ answer }) => answer && answer.said !== 'nothing-to-add' && wasLate(review, answer.at),
  );
  const names = [...advice.map(({ name }) => name), ...evidence.map(({ who }) => nameOf(school, who))];
  return names.length
    ? `Send with it the advice that came after the meeting: ${namesThatFit(names, LONGEST)}.`
    : '';
}

/** The report of the meeting was sent to everybody invited. */
export const recordReport: Step<RecordReport, ReportSent> = {
  type: 'record-report',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: (given, command) =>
    letterRecorded(given, 'report-sent', command, annualPartOf(given.review).report, () => {
      const say = 'Please say to whom it was sent: everybody who was invited.';
      return checkAfterMeeting(given, command.on) ?? checkWords(command.words, 'words', say);
    }),
  facts: {
    'report-sent': {
      evolve: (review, letter, actor) => withLetter(review, 'report', dated(letter, actor), letter),
    },
  },
  forms: [
    // Code of Practice 9.176.
    stepForm({
      name: 'report',
      title: 'Report sent',
      open: 'Record that the report was sent',
      send: 'Save',
      ask: ({ review, school, today }) =>
        sentences(
          'To everybody invited, with every difference of view.',
          dueSentence(review, 'report', 'It is to be sent by', today),
          withIt({ review, school }),
        ),
      why: ({ review, today }) =>
        sentences(
          'The regulations require the report to everybody invited, with the recommendation and every difference of view.',
          dueAndWhy(review, 'report', 'It is to be sent by', today),
        ),
      notification: ({ review }) => `The report is to be sent: review ${review.ref}`,
      questions: REPORT,
      values: (subject) => {
        const everybody = invitedTo(subject).map(({ name }) => name);
        return {
          on: subject.today,
          words: namesThatFit(everybody, LONGEST),
          ...asBefore(annualOf(subject).report),
        };
      },
      isKept: (subject) => annualOf(subject).report !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-report', ...answered(answer) }),
      said: (taken) =>
        sentences(
          'It is recorded that the report was sent.',
          movedSentence(taken, 'report'),
          closedByIt(taken.review),
        ),
    }),
  ],
};
