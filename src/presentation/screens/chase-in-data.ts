import { pupilName } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import type { DueTransfer } from '../../domain/statute/due.ts';
import type { WaitingInData } from '../../domain/statute/waiting-in-data.ts';
import type { LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { owedInDataRuns } from '../due-labels.ts';
import { planWords } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { explained, part, section, subtle, typed } from '../parts.ts';
import { HOW_TO_SEND } from './chase.ts';
import { chaseTextInData } from './chase-text.ts';
import { moveSection, moveSentence } from './move-section.ts';
import { changedHereBy } from './pupil/where-from.ts';

const RECORD = {
  'la-decision': { form: 'la-decided', title: 'Record the decision' },
  notice: { form: 'la-amended', title: 'Record the notice or the final plan' },
  'final-plan': { form: 'la-amended', title: 'Record the final plan' },
  'next-place': { form: 'next-place-named', title: 'The next place is named' },
} as const;

/** What the local authority owes of a plan and in no review here, the earliest first, and a text to chase it with. */
export function chaseInDataCard(given: {
  readonly pupil: Pupil;
  readonly school: School;
  readonly owed: readonly [WaitingInData, ...WaitingInData[]];
  /** Who reads it: a chasing text is from them. */
  readonly who: PersonId;
  readonly mayRun: boolean;
  /** The move between phases of education that is near and not settled. */
  readonly transfer?: DueTransfer | undefined;
  readonly today: LocalDate;
}): CardMessage {
  const { pupil, owed, mayRun, today } = given;
  const [{ kind, step }] = owed;
  const also = moveSentence(given.transfer, today);
  const lines = chaseTextInData({ ...given, also, from: given.who }).flatMap(typed);
  const late = Math.max(...owed.map(({ daysLate }) => daysLate));
  const { form, title } = RECORD[step];
  const changed = changedHereBy(given, kind, 'lastMeeting');
  const whereFrom = changed
    ? `The meeting’s day was ${changed}.`
    : 'The meeting is known from the school’s data.';
  return {
    ...explained({
      frame: {
        title: 'What the local authority owes',
        line: `${pupilName(pupil)} · ${planWords(pupil)} · ${pupil.ref}`,
        ask: late > 0 ? `The local authority is ${count(late, 'day')} late.` : 'Nothing is late yet.',
      },
      sections: [
        section('What it owes', [
          ...owed.map((one) => part(owedInDataRuns(one, today))),
          ...(step === 'next-place' ? [] : [part([[subtle(whereFrom)]])]),
        ]),
        ...moveSection(given.transfer, today),
        ...(mayRun ? [section('A text to send', [part([[subtle(HOW_TO_SEND)]]), part(lines)])] : []),
      ],
      buttons: [
        ...(mayRun ? [button(title, press.pupilForm(form, pupil.id, kind), 'positive')] : []),
        button('About the pupil', press.aboutPupil(pupil.id)),
      ],
    }),
    notification: 'What a local authority owes',
  };
}
