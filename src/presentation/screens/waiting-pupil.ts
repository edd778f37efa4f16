import { daysWords, dayWords } from '../../domain/language/days.ts';
import { pupilName } from '../../domain/language/people.ts';
import type { PupilAnswer } from '../../domain/pupil/duties/row.ts';
import type { PupilObligation } from '../../domain/pupil/owed.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import { planNamed } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import { isOverdue, urgency } from '../../domain/statute/by-law.ts';
import { whyWords } from '../../domain/statute/date-reasons.ts';
import { compare, type LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { plain, reason, subtle, urgent } from '../parts.ts';
import type { Row } from './rows.ts';

/** Something a SENCO owes for a pupil, with whom it is about. */
export interface PupilOwed {
  readonly obligation: PupilObligation;
  readonly pupil: Pupil;
  readonly school: School;
}

function answerButton(pupil: Pupil, answer: PupilAnswer): Button {
  const kind = planNamed(pupil, answer.plan)?.kind;
  switch (answer.opens) {
    case 'form':
      return button(answer.title, press.pupilForm(answer.name, pupil.id, kind));
    case 'status':
      return button(answer.title, press.show('status', answer.review));
    case 'start':
      return button(answer.title, press.start(pupil.id, kind));
    case 'chase':
      return button(answer.title, press.pupil(pupil.id, 'chase', kind));
  }
}

/** The buttons that answer something owed for a pupil, the main one first. */
export const answerButtonsOf = ({ answers }: PupilObligation, pupil: Pupil): Button[] =>
  answers.map((answer) => answerButton(pupil, answer));

/** Something owed for a pupil as a list has it, with the buttons that answer it. */
export function pupilRow(
  { obligation, pupil, school }: PupilOwed,
  today: LocalDate,
  manySchools: boolean,
): Row {
  const { due, what, more, why } = obligation;
  const day = `${dayWords(due)} (${daysWords(today, due)})`;
  const toCome = due < today ? plain(`As soon as can be, since ${day}`) : plain(`By ${day}`);
  const when = isOverdue(obligation, today) ? urgent(`Was due ${day}`) : toCome;
  const where = manySchools ? [subtle(` · ${school.name}`)] : [];
  const lines = [
    [subtle(pupilName(pupil)), ...where, subtle(' · '), when],
    ...(more ? [[plain(more)]] : []),
    ...(why ? [[reason(whyWords(why))]] : []),
  ];
  return {
    heading: '',
    what,
    lines: lines.map((runs) => ({ runs })),
    buttons: answerButtonsOf(obligation, pupil),
  };
}

interface Dated {
  readonly of: Pick<PupilObligation, 'due' | 'why'>;
  readonly row: Row;
}

/** The rows of reviews (sorted as they are to stand) and those of pupils in one list, the most urgent first. */
export const inOneList = (ofReviews: readonly Dated[], ofPupils: readonly Dated[], today: LocalDate): Row[] =>
  [...ofReviews, ...ofPupils]
    .sort(({ of: a }, { of: b }) => urgency(a, today) - urgency(b, today) || compare(a.due, b.due))
    .map(({ row }) => row);
