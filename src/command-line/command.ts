import type { Clock, Ids } from '../app/ports.ts';
import type { Audit } from '../records/audit/audit.ts';
import type { StoreFor } from '../records/audit/audited-store.ts';
import { TERMINAL } from '../records/audit/entry.ts';
import type { DataKeys } from '../store/lowdb/data-keys.ts';
import type { Store } from '../store/store.ts';

/** A file that a command makes for whoever gave it. */
export interface HandedFile {
  /** Without a folder: where it goes is theirs to say. */
  readonly name: string;
  readonly text: string;
}

/** Whoever gave a command: a person at a terminal, or a script. */
export interface Terminal {
  /** A line of what was asked for. */
  say(line: string): void;
  /** A line on what is wrong. */
  complain(line: string): void;
  /** What the person answers; undefined where nobody is there to answer. */
  ask(question: string): Promise<string | undefined>;
  /** Hands them a file, which goes where they have said. Whether they have it; where not, they were told why. */
  hand(file: HandedFile): Promise<boolean>;
  /** How far long work has come. */
  progress(done: number, of: number): void;
}

/** What a command works on: the running bot's own, or, when none runs, opened for the command. */
export interface Workplace {
  /** What the command changes in it is in the audit. */
  readonly store: Store;
  readonly audit: Audit;
  readonly dataDir: string;
  /** What everything in the data folder is encrypted with. */
  readonly keys: DataKeys;
  /** For how many days copies of what is stored stay in it; left out, as long as usual. */
  readonly copiesKeptDays?: number | undefined;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who gave the command, as entries of the audit have them; left out, whoever is at the terminal. */
  readonly who?: string;
  /**
   * Puts "removed" in the place of a message in a chat: done; gone, where it can't be; or later, where the chat does not answer. Left
   * out where no chat runs.
   */
  readonly takeBack?: (message: StandingMessage) => Promise<'done' | 'gone' | 'later'>;
  /** Forgets what was typed or sent, or is to be fetched, and waits in memory. Left out where no bot runs. */
  readonly forgetWaiting?: () => void;
}

/** Where a message stands in a chat, in the chat's own terms. */
interface StandingMessage {
  readonly contactId: string;
  readonly ref: Readonly<Record<string, string>>;
  /** Whether it shows others than those for whose sake it is taken back. */
  readonly ofOthers?: true | undefined;
}

/** What all commands work on. */
export interface Workplaces extends Omit<Workplace, 'store'> {
  readonly storeFor: StoreFor;
}

/** Where one command works: that it was run is in the audit, and that what it changes was changed by it. */
export function workplaceFor(name: string, { storeFor, ...at }: Workplaces): Workplace {
  const { who = TERMINAL } = at;
  at.audit.record(undefined, { who, kind: 'ran', what: name });
  return { ...at, store: storeFor({ who, by: name }) };
}

/** What a command was given is none of what it takes. */
export class BadInput extends Error {}

/** Whether a command begins a data folder: unasked, unasked where the folder is there and empty, or once a person says so. */
type BeginsFolder = 'always' | 'where-there-is-one' | 'if-asked' | 'never';

/** Something an IT manager does with the data by an npm script, whether the bot runs or not. */
export interface DataCommand {
  readonly name: string;
  /** Whether it may begin a data folder where none is; left out, never. */
  readonly begins?: (input: unknown) => BeginsFolder;
  /**
   * Does it.
   * @param input what the script was given, as JSON: it comes from another process, so it is checked first.
   * @returns the exit code: 0 when it is done.
   * @throws {BadInput} the input is none.
   */
  run(input: unknown, terminal: Terminal, at: Workplace): Promise<number>;
}
