import type { Settled } from '../../review/obligations/row.ts';
import type { Review } from '../../review/review.ts';
import type { Pupil } from '../../school/pupil.ts';
import type { School } from '../../school/school.ts';
import type { RuleDate } from '../../statute/statute.ts';
import type { LocalDate } from '../../time.ts';
import type { PupilStepName } from '../steps/index.ts';

/** What a row reads from what is owed for a pupil. */
export interface PupilSituation {
  readonly pupil: Pupil;
  /** All reviews of the pupil, the oldest first. */
  readonly reviews: readonly Review[];
  readonly school: School;
  readonly today: LocalDate;
}

/** The same, whatever reviews there are. */
export type PupilAlone = Omit<PupilSituation, 'reviews'>;

/** What answers it, and what stands on its button; of the plan of kind `plan`, where it is about one. */
export type PupilAnswer = { readonly title: string; readonly plan?: string } & (
  | { readonly opens: 'form'; readonly name: PupilStepName }
  /** How the review under way stands. */
  | { readonly opens: 'status'; readonly review: string }
  | { readonly opens: 'start' }
  /** What the local authority owes of the plan, with a text to send. */
  | { readonly opens: 'chase' }
);

/** One thing owed for a pupil, whatever reviews there are: by the school's SENCO, by when, and what answers it. */
export interface PupilDuty {
  readonly due: LocalDate;
  /** What tells it from another of its kind for the pupil: it stands in stored ids, without a "/". */
  readonly about?: string;
  /** Why it is due then, where a rule says so. */
  readonly why?: RuleDate;
  /** What is to be done, in a few words that name nobody. */
  readonly what: string;
  /** The same as something that the SENCO may need a hand with: "the review for the move". */
  readonly help: string;
  /** What more there is to say of it: our own words. */
  readonly more?: string;
  /** The main thing first. */
  readonly answers: readonly PupilAnswer[];
}

/**
 * A kind of thing that is owed for a pupil, and not in a review. It is mentioned in the SENCO's digest as all that is
 * owed: some school days before it is due, on the day, and twice a week from then on.
 */
export interface PupilDutyRow {
  /** Stands in the ids of what is owed, which are stored: never to be changed. No kind of a review's obligation has it. */
  readonly kind: string;
  /** What somebody was to do, as the family reads it in their copy of what is held. */
  readonly forFamily: string;
  /** It is owed as well while the pupil is in custody, or at another school. */
  readonly whereverTheyAre?: true;
  owed(situation: PupilSituation): readonly PupilDuty[];
  /**
   * A day before which nothing of it falls due, whatever reviews there are, today or later in the school year: a pupil is
   * not looked at until it comes near. Undefined where nothing of it can be owed.
   */
  from(pupil: PupilAlone): LocalDate | undefined;
  /** What has become of it once it is not owed any more; `about` as the duty had it. */
  settled(situation: PupilSituation, about: string | undefined): Settled;
}
