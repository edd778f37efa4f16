import { isDeepStrictEqual } from 'node:util';
import { annualPartOf } from '../annual-part.ts';
import { checkWords } from './checks.ts';
import { checkHasBeen } from './days.ts';
import { ASITIS, type Decider, refusal, unless } from './decision.ts';

/** Written advice from somebody outside has come, or will not; said again, it takes the place of what was recorded. */
export const recordAdvice: Decider<'record-advice'> = ({ review, today }, command) => {
  const { type: _, id, ...said } = command;
  const outsider = annualPartOf(review).outsiders.find((one) => one.id === id);
  if (!outsider) {
    const say = 'They are not, or no longer, among those invited from outside. Look at who is.';
    return unless(refusal('unknown-thing', say, { offer: { what: 'plan-annual' } }));
  }
  const { by: _by, at: _at, ...before } = outsider.advice ?? {};
  if (isDeepStrictEqual(before, said)) return ASITIS;
  const refused =
    checkHasBeen(said.on, today) ??
    (said.given ? undefined : checkWords(said.words, 'words', 'Please say why there will be none.'));
  return unless(refused, { type: 'advice-recorded', id, ...said });
};

/** All advice was sent to everybody invited; said again, it takes the place of what was recorded. */
export const recordCirculation: Decider<'record-circulation'> = ({ review, today }, { on, words }) => {
  const before = annualPartOf(review).circulated;
  if (before?.on === on && before.words === words) return ASITIS;
  return unless(checkHasBeen(on, today), { type: 'advice-circulated', on, words });
};
