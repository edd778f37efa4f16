import { nameOf } from '../../domain/language/people.ts';
import { obligationsOf } from '../../domain/nudges/obligations.ts';
import { rowOfKind } from '../../domain/review/obligations/index.ts';
import { type Unreached, unreachedOf } from '../../domain/review/unreached.ts';
import { addressOf, membership } from '../../domain/school/membership.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import { button, press } from '../buttons.ts';
import { bold, type OfReview, part, type Run, type Section, section, urgent } from '../parts.ts';

/** Why a message did not reach somebody, after their name. */
function causeWords({ who, why }: Unreached, school: School): string {
  const member = membership(school, who);
  switch (why) {
    case 'not-found':
      return `can’t be found under ${member ? addressOf(member) : who}: ask them to open the app`;
    case 'left':
      return 'has left the chat';
    case 'blocked':
      return 'has blocked the app';
    default:
      return 'has not opened the app yet';
  }
}

/** "Anita Deacon · has blocked the app": somebody whom no message about the meeting reached. */
const unreachedRuns = (one: Unreached, school: School): Run[] => [
  bold(nameOf(school, one.who)),
  urgent(` · ${causeWords(one, school)}`),
];

/** The same of `person`, where it still is so. */
export function notReachedRuns(review: OfReview['review'], person: PersonId, school: School): Run[][] {
  return unreachedOf(review)
    .filter(({ who }) => who === person)
    .map((one) => unreachedRuns(one, school));
}

/** Whom no message about the meeting reached, while that is to be put right, and why; `mayRun` can say that they were told. */
export function unreachedSection({ review, school, today }: OfReview, mayRun: boolean): Section[] {
  const toTell = obligationsOf(review, school, today).filter(({ kind }) => rowOfKind(kind).notReached);
  const parts = toTell.flatMap(({ about = '' }) => {
    const beside = mayRun ? [button('I have told them', press.toldInPerson(review.id, about))] : [];
    return notReachedRuns(review, about, school).map((runs) => part([runs], { beside }));
  });
  return parts.length > 0 ? [section('No message reached them: please tell them yourself', parts)] : [];
}
