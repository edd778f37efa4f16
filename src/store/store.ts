import type { Digest, Mornings } from '../domain/nudges/digest.ts';
import type { Review } from '../domain/review/review.ts';
import type { Contact } from '../domain/school/contact.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { Document, PersonId, School } from '../domain/school/school.ts';
import type { Instant, LocalDate } from '../domain/time.ts';

/** What is kept, by the name of its collection. */
export interface Documents {
  readonly schools: School;
  readonly pupils: Pupil;
  readonly reviews: Review;
  readonly contacts: Contact;
  readonly digests: Digest;
  readonly mornings: Mornings;
}
/** The name of a collection of documents. */
export type Collection = keyof Documents;

/** What must be done before a document is stored: it is given the document as it will stand there. */
export type First = (next: Document) => Promise<void>;

/** Where documents are kept. What a call returns is never changed afterwards; change a copy and `put` it. */
export interface Store {
  get<C extends Collection>(collection: C, id: string): Promise<Documents[C] | undefined>;
  /**
   * Commits `document` if the stored one still has its `version` (0: if there is none yet), and returns it with the
   * next version. When it resolves the document is on disk; when it rejects nothing has changed. Once nothing but the disk stands in
   * the way, `first` is called with what is to be stored; nothing is changed before it resolves, and what it rejects with is the
   * cause of the rejection.
   * @throws {Conflict} somebody else committed first; {NotStored} it could not be written (a full disk, say).
   */
  put<C extends Collection>(collection: C, document: Documents[C], first?: First): Promise<Documents[C]>;

  /**
   * Removes the document if the stored one still has its `version`. When it resolves it is off the disk; when it rejects
   * nothing has changed. A pupil with reviews, and a school with pupils, is not removed: what is of them would stand alone.
   * @throws {Conflict} somebody else committed first, or something is of it; {NotStored} it could not be removed.
   */
  remove(collection: Collection, document: { readonly id: string; readonly version: number }): Promise<void>;

  /** Every document of a collection, in no order: for what looks through all that is stored, and no screen. */
  all<C extends Collection>(collection: C): Promise<readonly Documents[C][]>;

  /** All schools, by name. */
  schools(): Promise<readonly School[]>;
  /** A school's pupils, by last name, then first. */
  pupilsOf(schoolId: string): Promise<readonly Pupil[]>;
  /** A school's reviews, oldest first. */
  reviewsOf(schoolId: string): Promise<readonly Review[]>;
  /** A pupil's reviews, oldest first. */
  reviewsOfPupil(pupilId: string): Promise<readonly Review[]>;
  /** Reviews a person leads, was asked for evidence in, is invited to, owns an action of or sees to support of; oldest first. */
  reviewsConcerning(person: PersonId): Promise<readonly Review[]>;
  /**
   * A school's reviews in which something is owed and due by `last`, as it falls due by itself: whether somebody has
   * left meanwhile is not looked at. The earliest due first.
   */
  reviewsDueBy(schoolId: string, last: LocalDate): Promise<readonly Review[]>;
  /** Reviews with a message waiting, or one being sent whose lease has run out, at `now`. */
  reviewsToDeliver(now: Instant): Promise<readonly Review[]>;
  /** Reviews with a message that could not be delivered. */
  reviewsUnreached(): Promise<readonly Review[]>;
  /** All digests of a day. */
  digestsOf(day: LocalDate): Promise<readonly Digest[]>;
  /** Digests that tell somebody of this long overdue obligation, by its id. */
  digestsEscalating(obligationId: string): Promise<readonly Digest[]>;
  /** Digests not settled: waiting, or being sent with the lease run out, at `now`. */
  digestsToDeliver(now: Instant): Promise<readonly Digest[]>;
  /** Contacts bound to this person, and those bound to nobody that have this as their e-mail address; the one seen last first. */
  contactsOf(person: PersonId): Promise<readonly Contact[]>;

  /**
   * Encrypts with the current key whatever is not, backups too, while others go on reading and writing. Cut short, it goes on
   * where it was. @throws when there is no key; it could not be written.
   */
  rekey(): Promise<Rekeyed>;
  /** Undefined when it can write; else what is wrong, in words for an IT manager. */
  trouble(): Promise<string | undefined>;
  /** Finishes the writes in hand and lets the next process in. Later calls reject. */
  close(): Promise<void>;
}

/** What encrypting anew came to. */
interface Rekeyed {
  /** The id of the current key. */
  readonly key: string;
  /** How many files were written anew. */
  readonly files: number;
  /** Files that take a key which was not given, by its id: they stay as they are. */
  readonly closed: readonly { readonly file: string; readonly needs: string }[];
}

/** The stored document is no longer the one that was read: read it again, and decide again. */
export class Conflict extends Error {
  constructor(collection: Collection, id: string) {
    super(`${collection}/${id} was changed by somebody else`);
  }
}

/** The document could not be stored, and nothing has changed. */
export class NotStored extends Error {
  constructor(collection: Collection, id: string, cause: unknown) {
    super(`${collection}/${id} could not be stored`, { cause });
  }
}
