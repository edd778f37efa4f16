import type { SaidPlace } from '../../school/place.ts';
import type { Child } from './person.ts';

/** A child as stored. */
export type Held = Child & {
  readonly id: string;
  /** What somebody changed in a form, so that an older list has it as it was. */
  readonly changedHere?: readonly { readonly field: string }[] | undefined;
  /** Where they are educated, as it was said: who has left needs no number any more. */
  readonly places?: readonly SaidPlace[];
};

/** What a person says of a row that can't be told: whether it is the child stored under its reference. */
export type Decision = 'same' | 'another';

/**
 * A decision as it was asked: of this child on the list (as `personKey` has them) and this pupil who is stored. It holds of no
 * other child who stands under the reference, and about no other pupil.
 */
export interface BoundDecision {
  readonly is: Decision;
  readonly person: string;
  readonly pupil: string;
}

/** What a person says of rows, by their reference as `refKey` has it; one that is not bound holds whoever the row is. */
export type Decisions = ReadonlyMap<string, Decision | BoundDecision>;

/** Why a person must say who a row is. */
export type Why =
  /** Name and date of birth are both others than of the child with this reference. */
  | 'another-child'
  /** The date of birth is the same, and no name. */
  | 'another-name'
  /** These are the details of a child with another reference, or the child with this one stands on another row. */
  | 'moved'
  /** The UPN is another than that of the child with this reference, and so is the name or the date of birth; or of the child with these details. */
  | 'another-upn'
  /** The UPN is of one child, and the reference of another. */
  | 'upn-elsewhere'
  /** The reference could be that of several children: noughts or spaces of it are lost. */
  | 'several'
  /** Another row is the same child. */
  | 'twice'
  /** It would be a new pupil, with the reference of one who keeps it. */
  | 'kept';

/** By what a pupil was found for a row: `both` is reference and UPN, `details` name and birth date. */
export type FoundBy = 'ref' | 'upn' | 'both' | 'details';

/** A number on a row that is another pupil's, so that it was not taken. */
export interface Left<P extends Held> {
  readonly number: 'ref' | 'upn';
  readonly of: P;
}

/** Who the child of a row is. */
export type Who<P extends Held, R extends Child> = {
  readonly row: R;
} /** Where a number on it is another pupil's, the row has the one that is kept in its place. */ & (
  | { readonly is: 'same'; readonly pupil: P; readonly left?: readonly Left<P>[] }
  | { readonly is: 'new' }
  /** Nobody can tell but a person: whether it is `pupil`, where that can be. */
  | {
      readonly is: 'look';
      readonly why: Why;
      readonly by: FoundBy;
      readonly pupil: P;
      /** Never where it would give the pupil's record the name and birth date of another pupil. */
      readonly canBeSame: boolean;
    }
);
