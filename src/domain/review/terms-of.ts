import type { Terms } from '../language/terms.ts';
import { type PlanKind, planRow } from '../plans/index.ts';
import { type Addressee, addresseeOn, addressingOf } from '../school/addressee.ts';
import type { Pupil } from '../school/pupil.ts';
import type { LocalDate } from '../time.ts';

const ADDRESSED: Readonly<Record<Addressee, string>> = {
  parents: 'parents or carers',
  'young-person': 'the young person',
  representative: 'the young person’s representative',
};

const isNursery = ({ yearGroup }: Pupil) => yearGroup.startsWith('N');

/** The words for a review of this pupil on `today`, by the plan it is of. */
export function termsOf(review: { readonly kind: PlanKind }, pupil: Pupil, today: LocalDate): Terms {
  const { goal, addressesYoungPeople, ofYoungChildren } = planRow(review.kind);
  const addressee = addressesYoungPeople ? addresseeOn(addressingOf(pupil), today) : 'parents';
  const young = addressee !== 'parents';
  const early = ofYoungChildren || isNursery(pupil) || pupil.yearGroup === 'R';
  return {
    child: young ? 'young person' : early ? 'child' : 'pupil',
    addressed: ADDRESSED[addressee],
    goal,
    goals: `${goal}s`,
    setting: isNursery(pupil) ? 'nursery' : 'school',
  };
}

/** As `termsOf`, of what a form is about. */
export const termsIn = (subject: {
  readonly review: { readonly kind: PlanKind };
  readonly pupil: Pupil;
  readonly today: LocalDate;
}): Terms => termsOf(subject.review, subject.pupil, subject.today);
