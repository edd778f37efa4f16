import type { Clock, Ids } from '../app/ports.ts';
import type { Contact } from '../domain/school/contact.ts';
import type { PersonId } from '../domain/school/school.ts';
import type { Instant } from '../domain/time.ts';
import type { Doorstep } from './doorstep.ts';

/** Where the channels keep whom they have met. */
export interface Contacts {
  find(id: string): Promise<Contact | undefined>;
  /**
   * Commits what `change` makes of the stored contact, asking it again when somebody else committed first, and
   * returns what is stored. Nothing is written when `change` gives back what it was given. Who is on no staff list is not stored; for a
   * chat that `findsByMark`, as it can look up nobody by their address, a mark of that is, and where they can be written to.
   */
  update(
    id: string,
    change: (known: Contact | undefined) => Contact,
    how?: { readonly findsByMark: true },
  ): Promise<Contact>;
  /** The account whose mark is that of an address, which is somebody's on a list by now: stored as theirs. */
  marked?(channel: string, tenant: string, address: string): Promise<Contact | undefined>;
}

/** What may stand beside an event in the log: ids, codes and counts, never names or what anybody wrote. */
interface ChannelLogFields {
  readonly channel?: string;
  readonly contact?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly status?: number;
  readonly count?: number;
  readonly ms?: number;
  /** What was thrown: its message may quote people and is not for writing down. */
  readonly error?: unknown;
}

/** Told what happened: an event in the program's own words, and codes beside it. */
export interface ChannelLog {
  info(event: Lowercase<string>, fields?: ChannelLogFields): void;
  warn(event: Lowercase<string>, fields?: ChannelLogFields): void;
  error(event: Lowercase<string>, fields?: ChannelLogFields): void;
}

/** One of the made-up school's staff. `role` is the staff list's: senco, leader or staff. */
export interface MadeUpPerson {
  /** Who they are: it stays theirs, whatever their address is now. */
  readonly email: PersonId;
  /** Their address now; left out where it is that. */
  readonly address?: string;
  readonly name: string;
  readonly role: string;
  readonly school: string;
  /** How many things they have to do. */
  readonly toDo: number;
}

/** A made-up school's clock. Moving it resolves when what falls due by then has been dealt with. */
export interface MovableClock extends Clock {
  moveTo(instant: Instant): Promise<void>;
}

/** A school that a person would begin with, to try things out. */
export interface OwnSchool {
  readonly school: string;
  /** Whoever is its SENCO. */
  readonly senco: string;
  /** Names of colleagues; there may be none. */
  readonly colleagues: readonly string[];
}

/** What is wrong with it, a sentence each. */
export type OwnSchoolFaults = Partial<Readonly<Record<keyof OwnSchool, string>>>;

/** What a chat can do with a made-up school, beside talking. */
export interface MadeUpSchool {
  /** The staff one can be; asked anew each time. */
  people(): Promise<readonly MadeUpPerson[]>;
  readonly clock: MovableClock;
  /** When the next school day begins, after the clock's now. */
  nextSchoolMorning(): Promise<Instant>;
  /** Whether the school is one that somebody began with. */
  readonly isOwn: boolean;
  /**
   * Puts all that is here away and starts anew with that school, once this has resolved; or resolves to what is wrong with
   * it, and all stays as it is.
   */
  beginOwn(school: OwnSchool): Promise<OwnSchoolFaults | undefined>;
}

/** What a channel is given of the bot it belongs to. */
export interface ChannelParts {
  readonly contacts: Contacts;
  /** For what comes in by requests that anybody can make. */
  readonly doorstep: Doorstep;
  readonly clock: Clock;
  readonly log: ChannelLog;
  readonly ids: Ids;
  /** Only where the school is made up anew. */
  readonly madeUp?: MadeUpSchool;
}
