import { dayWords } from '../../language/days.ts';
import { type Refusal, refusal } from '../../review/decision.ts';
import {
  type FamilyAnswer,
  type FamilySays,
  isDecided,
  toldLonger,
  withFamilyAnswer,
} from '../../school/family-says.ts';
import { FAMILY_ANSWER } from '../../school/questions/family-answer.ts';
import { familyToldBy, withinTheMonth, withinThree } from '../../statute/family-request.ts';
import { aboutPupil, type OfPupil } from '../step.ts';

const open = ({ pupil: { familySays = [] } }: OfPupil) => familySays.filter((said) => !isDecided(said));

/** Why it can't be given longer; undefined where it can. */
function checkLonger(said: FamilySays, toldOn: FamilyAnswer['toldOn']): Refusal | undefined {
  const month = dayWords(withinTheMonth(said).date);
  if (isDecided(said)) {
    const say =
      'What became of that is recorded, so nothing takes longer. Say what became of it, if that has changed.';
    return refusal('not-now', say, { field: 'became' });
  }
  if (toldLonger(said)) {
    const say = `It has longer already, until ${dayWords(withinThree(said).date)}: the law gives no more than that.`;
    return refusal('not-now', say, { field: 'became' });
  }
  if (toldOn <= withinTheMonth(said).date) return undefined;
  const say = `The law gives longer only where the family was told so by ${month}. Please answer them as soon as you can, and record that here.`;
  return refusal('not-now', say, { field: 'toldOn' });
}

/** What became of something that a family says is wrong, or that it takes longer; and when they were told (UK GDPR, articles 12 and 16). */
export const familyAnswer = aboutPupil({
  name: 'family-answer',
  title: 'What became of it',
  open: 'Say what became of it',
  send: 'Save',
  ask: () =>
    'Tell the family first. Where nothing is changed, the law has them told why, and that they may complain to the school or the Information Commissioner, or go to court.',
  notification: () => 'SEND reviews: what became of what a family says',
  questions: FAMILY_ANSWER,
  suggests: (of) => {
    const [first] = open(of);
    return first ? { which: first.id } : {};
  },
  behind: ({ pupil: { familySays = [] } }) => ({
    which: Object.fromEntries(
      familySays.map(({ id, became, answers = [] }) => [id, answers.at(-1)?.became ?? became]),
    ),
  }),
  offered: (of) => {
    if (!of.pupil.familySays?.length) return undefined;
    return open(of).length > 0 ? 'Say what became of it' : 'Put right what became of it';
  },
  note: ({ pupil }) =>
    pupil.familySays?.length ? undefined : 'Nothing is kept of what this family says is wrong.',
  said(of) {
    const [next] = open(of)
      .flatMap((said) => familyToldBy(said)?.date ?? [])
      .toSorted();
    return next
      ? `Saved. The family is still to be told by ${dayWords(next)} what became of what is open.`
      : 'Saved, with when they were told.';
  },
  decide({ pupil, actor }, { which, became, why, toldOn }) {
    const said = pupil.familySays?.find(({ id }) => id === which);
    if (!said) {
      const say = 'That one is not kept here. Please choose another.';
      return { ok: false, refusal: refusal('unknown-thing', say, { field: 'which' }) };
    }
    if (toldOn < said.saidOn) {
      const say = `They said so on ${dayWords(said.saidOn)}, so they were told on that day or after.`;
      return { ok: false, refusal: refusal('not-now', say, { field: 'toldOn' }) };
    }
    const refused = became === 'longer' ? checkLonger(said, toldOn) : undefined;
    if (refused) return { ok: false, refusal: refused };
    const answer = { became, why, toldOn, by: actor.who, at: actor.at };
    return { ok: true, pupil: withFamilyAnswer(pupil, which, answer) };
  },
});
