import type { PersonId } from '../domain/school/school.ts';
import type { HeadingSaid } from '../presentation/list-columns.ts';
import type { ImportLook } from '../presentation/screens/import.ts';

/** Of whom it is asked whether they are one: a child on a list, by name and birth date, and a pupil who is stored, by their id. */
interface AskedOf {
  readonly person: string;
  readonly pupil: string;
}

/** What was answered to that: it holds of these two and of nobody else, whatever row has the reference later. */
interface WhoseRow extends AskedOf {
  readonly is: 'same' | 'another';
}

/** What a person has said of a list so far. */
export interface ImportSaid {
  /** Rows with a fault are left out. */
  readonly skipBad: boolean;
  /** Of rows that can't be told, by their reference: whether it is the child who is stored. */
  readonly whose: ReadonlyMap<string, WhoseRow>;
  /** What was changed here in forms is overwritten, too, where the list says something else. */
  readonly takeList: boolean;
  /** Children who were erased here are taken all the same. */
  readonly takeErased?: true;
  /** What its headings are, in the place of what they were taken for. */
  readonly columns: readonly HeadingSaid[];
  /** Whose pupils are meant, where it has those of several schools: as it calls the school. */
  readonly schoolInList?: string;
}

/** What came of a list that was said yes to. */
export interface Taken {
  readonly ok: boolean;
  readonly say: string;
  /** Nothing was written, as somebody changed something since the look: it is to be looked at again. */
  readonly changedMeanwhile?: true;
}

/** A look at what a list would change; `take` writes just that, tells how many pupils are in, and says what came of it. */
export interface TakeableLook extends ImportLook {
  readonly looks: readonly (ImportLook['looks'][number] & AskedOf)[];
  readonly take?: ((progress?: (done: number) => void) => Promise<Taken>) | undefined;
}

/** A list that is being brought in: how many of its pupils are in, and what came of it once it is. */
export interface Taking {
  done: number;
  readonly of: number;
  outcome?: Taken;
}

/** A list somebody sent and has not said yes or no to. It is kept in memory alone, and not for long. */
export interface PendingList {
  readonly who: PersonId;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Undefined until it is said, where they are the SENCO of several schools. */
  readonly school?: string;
  readonly said: ImportSaid;
  /** How often it was looked at: what is pressed on an older look is not taken. */
  readonly looks: number;
  readonly look?: TakeableLook;
  /** Set once it was said yes to, where it is a long one. */
  readonly taking?: Taking;
}

/** What bringing a school's list in takes: a look at it, and a place to keep it until it is said yes or no to. */
export interface Imports {
  /** Copies all that is stored, before many pupils are changed at once. Rejects where that can't be done. */
  backUp?(): Promise<unknown>;
  look(
    file: { readonly name: string; readonly bytes: Uint8Array },
    school: string,
    said: ImportSaid,
    by: PersonId,
  ): Promise<TakeableLook>;
  readonly pending: {
    get(token: string): PendingList | undefined;
    set(token: string, list: PendingList): unknown;
    delete(token: string): unknown;
    clear(): void;
  };
}
