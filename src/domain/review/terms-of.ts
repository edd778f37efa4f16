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
  const { addressesYoungPeople } = planRow(review.kind);
  return termsTo(addressesYoungPeople ? readerOf(pupil, today) : 'parents', review, pupil);
}

/** Whom a text for the family is written to on `today`, whatever the plan: the rights go with age (CFA 2014, s.83(2)). */
export const readerOf = (pupil: Pupil, today: LocalDate): Addressee =>
  addresseeOn(addressingOf(pupil), today);

/** As `termsOf`, for what families read. */
export const familyTermsOf = (review: { readonly kind: PlanKind }, pupil: Pupil, today: LocalDate): Terms =>
  termsTo(readerOf(pupil, today), review, pupil);

function termsTo(addressee: Addressee, review: { readonly kind: PlanKind }, pupil: Pupil): Terms {
  const { goal, ofYoungChildren } = planRow(review.kind);
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
