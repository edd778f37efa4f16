import { count } from '../../language/words.ts';
import { refusal } from '../../review/decision.ts';
import { changedInForm } from '../changed-here.ts';
import { NOBODY_ELSE } from '../questions/missing.ts';
import { withStatus } from './missing.ts';
import { withoutStatus } from './missing-rows.ts';
import { aboutRegister, type OfRegister } from './step.ts';

/** The ids of all it is said of; cut short and sent again, it is of those it has changed already, too. */
const asked = (of: OfRegister): readonly string[] => [
  ...new Set([...withoutStatus(of).map(({ pupil }) => pupil.id), ...(of.changed ?? [])]),
];

/** Tells whether it is still of the same pupils: somebody may have answered, or a list have brought more. */
function printOf(of: OfRegister): string {
  const ids = asked(of);
  const sum = [...ids.toSorted().join(' ')].reduce((at, one) => Math.imul(at, 31) + one.charCodeAt(0), 7);
  return `${ids.length}-${(sum >>> 0).toString(36)}`;
}

const says = (of: OfRegister) =>
  `That says that ${count(withoutStatus(of).length, 'pupil has', 'pupils have')} no SEN.`;

/** Nobody else of whom no list has said it has SEN: counted, and asked once more before it is taken. */
export const nobodyElse = aboutRegister({
  name: 'nobody-else',
  title: 'Nobody else has SEN',
  open: 'Nobody else has SEN',
  send: 'Save',
  ask: (of) =>
    `${says(of)} They are all pupils of the school of whom no list says it, on this page and the others.`,
  notification: () => 'SEND reviews: what is missing',
  freeText: false,
  questions: NOBODY_ELSE,
  rows: withoutStatus,
  shownAs: (of) => [printOf(of)],
  decide(given, { sure }) {
    if (sure === 'no') return { ok: true, changes: [], say: 'Nothing was saved.', next: 'missing-status' };
    const rows = withoutStatus(given);
    if (rows.length === 0)
      return { ok: true, changes: [], say: 'Somebody has answered for all of them already.' };
    if (given.shown?.join() !== printOf(given)) {
      const say = `Others have been answered for, or have come, since this was asked. ${says(given)} If that is right, send it again.`;
      return { ok: false, refusal: refusal('stale', say) };
    }
    return {
      ok: true,
      changes: rows.map(({ pupil: { id } }) => ({
        id,
        change: (now) => now && changedInForm(now, withStatus(now, 'none'), given.actor),
      })),
      say: `Saved: of ${count(asked(given).length, 'pupil')}, that they have no SEN.`,
    };
  },
});
