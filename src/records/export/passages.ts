import { createHash } from 'node:crypto';
import { nameWords } from '../../domain/language/name-words.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { Held } from '../held.ts';
import { type KnownNames, sentencesOf, type WhySomebody, whySomebody } from './third-parties.ts';

/** A passage that a person looks at before the family gets it. */
export interface Passage {
  /** The same for the same words wherever they stand, so that they are decided on once. */
  readonly id: string;
  readonly text: string;
  readonly why: WhySomebody;
  /** Undefined until a person has said. */
  readonly decided: 'keep' | 'leave-out' | undefined;
}

/** What a person has said of passages, by their ids. */
export interface Decided {
  /** The mark of a page stands for all passages that were on it: what was typed since is not among them. */
  readonly keep: ReadonlySet<string>;
  readonly leaveOut: ReadonlySet<string>;
}

/** What stands in the place of a passage that is left out. */
export const LEFT_OUT = '[Left out: it is about somebody else.]';

/** A part of a text: as it stands, or a passage. */
export type TextPart = string | Passage;

const idOf = (sentence: string) => createHash('sha256').update(sentence.trim()).digest('hex').slice(0, 6);

/** How texts are cut into passages; `undefined` for a reader to whom nothing is pointed out. */
export type Cut = (text: string) => readonly TextPart[];

/** Nothing is said of any passage yet. */
export const UNDECIDED: Decided = { keep: new Set(), leaveOut: new Set() };

/**
 * The mark of a page with these passages, twelve digits and letters: whoever looked at it has looked at all of them. Another one, and
 * it is another mark.
 */
export function pageMark(passages: readonly Passage[]): string {
  const texts = [...new Set(passages.map(({ text }) => text.trim()))].sort();
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
}

/**
 * Points at what may be about somebody else, by whose names are known, and at all of each text in `legal`; by what was said of each.
 * `keepsAll`: what is not left out is kept.
 */
export const pointingAt =
  (names: KnownNames, legal: ReadonlySet<string>) =>
  ({ keep, leaveOut }: Decided, keepsAll = false): Cut => {
    const decided = (id: string) =>
      leaveOut.has(id) ? 'leave-out' : keepsAll || keep.has(id) ? 'keep' : undefined;
    const passage = (text: string, why: WhySomebody): Passage => {
      const id = idOf(text);
      return { id, text, why, decided: decided(id) };
    };
    return (text) => {
      if (legal.has(text)) return [passage(text, 'a legal matter')];
      return sentencesOf(text).map((sentence) => {
        const why = whySomebody(sentence, names);
        return why ? passage(sentence, why) : sentence;
      });
    };
  };

/** Why what is held of a child is or was on hold: what a lawyer was told need not be in the family's copy. */
export function legalTexts({ legalHold, heldBefore = [] }: Pupil): ReadonlySet<string> {
  const before = heldBefore.flatMap(({ hold, lifted }) => [hold.why, lifted.why]);
  return new Set(legalHold ? [legalHold.why, ...before] : before);
}

/** A text as it is handed on: without what is left out. */
export const asDecided = (parts: readonly TextPart[]): string =>
  parts
    .map((part) =>
      typeof part === 'string' ? part : part.decided === 'leave-out' ? `${LEFT_OUT} ` : part.text,
    )
    .join('');

/** Whose names are known in what is held about a child. */
export function knownNames({ school, pupil, reviews }: Held, pupils: readonly Pupil[]): KnownNames {
  const { people, firstName, lastName } = pupil;
  const invited = reviews.flatMap(({ annual, meeting }) => [
    ...(annual?.outsiders ?? []).map(({ name }) => name),
    ...(meeting?.invitees ?? []).flatMap((one) => (one.kind === 'other' ? [one.name] : [])),
  ]);
  const around = Object.values(people ?? {}).filter((value) => typeof value === 'string');
  const staff = school.staff.map(({ name }) => name);
  const places = [school.name, ...pupil.plans.flatMap(({ la }) => la ?? [])];
  const family = new Set([firstName, lastName, ...around].flatMap(nameWords));
  const theirs = new Set([...family, ...[...staff, ...invited, ...places].flatMap(nameWords)]);
  const others = pupils.filter(({ id }) => id !== pupil.id);
  const longWords = (names: readonly string[]) => names.flatMap(nameWords).filter((word) => word.length > 2);
  const wordsOf = (names: readonly string[]) => new Set(longWords(names).filter((word) => !theirs.has(word)));
  const firstNames = others.map((one) => one.firstName);
  return {
    theirs,
    otherPupils: wordsOf(others.flatMap((one) => [one.firstName, one.lastName])),
    otherFirstNames: wordsOf(firstNames),
    namesakes: new Set(longWords(firstNames).filter((word) => theirs.has(word) && !family.has(word))),
  };
}
