import { type Child, looseRef, personKey, refKey, speltKey, upnOf } from './person.ts';
import type { Held } from './who.ts';

const by = <K, V>(all: readonly V[], keyOf: (one: V) => K): ReadonlyMap<K, readonly V[]> =>
  Map.groupBy(all, keyOf);

/** The pupils of a school and the rows of a list, to look up one by what is written of the other. */
export class Register<P extends Held, R extends Child> {
  readonly #byUpn: ReadonlyMap<string | undefined, readonly P[]>;
  readonly #byRef: ReadonlyMap<string, readonly P[]>;
  readonly #byLooseRef: ReadonlyMap<string, readonly P[]>;
  readonly #byPerson: ReadonlyMap<string, readonly P[]>;
  readonly #bySpelling: ReadonlyMap<string, readonly P[]>;
  readonly #rowsByRef: ReadonlyMap<string, readonly R[]>;
  readonly #rowsByUpn: ReadonlyMap<string | undefined, readonly R[]>;
  readonly #rowsByPerson: ReadonlyMap<string, readonly R[]>;

  constructor(pupils: readonly P[], rows: readonly R[]) {
    this.#byUpn = by(pupils, upnOf);
    this.#byRef = by(pupils, ({ ref }) => refKey(ref));
    this.#byLooseRef = by(pupils, ({ ref }) => looseRef(ref));
    this.#byPerson = by(pupils, personKey);
    this.#bySpelling = by(pupils, speltKey);
    this.#rowsByRef = by(rows, ({ ref }) => refKey(ref));
    this.#rowsByUpn = by(rows, upnOf);
    this.#rowsByPerson = by(rows, personKey);
  }

  /** The pupil with a UPN. */
  withUpn(upn: string): P | undefined {
    return this.#byUpn.get(upn)?.[0];
  }

  /**
   * The pupil with the row's reference: to the letter or, where there is none, as programs spoil it. Where it could be that
   * of several, the first of those, and which of them is not known.
   */
  withRef(row: Child): { readonly found?: P; readonly several?: P } {
    const exact = this.#byRef.get(refKey(row.ref)) ?? [];
    const loose = () =>
      (this.#byLooseRef.get(looseRef(row.ref)) ?? []).filter(
        // Whose own reference stands on another row is that child.
        ({ ref }) => !this.#rowsByRef.has(refKey(ref)),
      );
    const all = exact.length > 0 ? exact : loose();
    const [first, ...others] = all;
    if (!first) return {};
    if (others.length === 0) return { found: first };
    const alike = all.find((one) => personKey(one) === personKey(row));
    return alike ? { found: alike } : { several: first };
  }

  /**
   * The pupil with this name and birth date, whatever their reference; of several of one name `rather`, else the one with the
   * row's reference.
   */
  withDetails(row: Child, rather?: P): P | undefined {
    const all = this.#byPerson.get(personKey(row)) ?? this.#bySpelling.get(speltKey(row)) ?? [];
    return (
      all.find((one) => one === rather) ?? all.find(({ ref }) => refKey(ref) === refKey(row.ref)) ?? all[0]
    );
  }

  /** Whether the pupil's name and birth date stand on another row than this. */
  detailsStandElsewhere(pupil: P, row: R): boolean {
    return (this.#rowsByPerson.get(personKey(pupil)) ?? []).some((other) => other !== row);
  }

  /**
   * Whether a person may say that the row is this pupil: never where that would give their record the name and birth date of
   * another pupil who is here, or where their own stand on another row.
   */
  canBe(pupil: P, row: R): boolean {
    const own = this.withDetails(row, pupil);
    return own ? own === pupil : !this.detailsStandElsewhere(pupil, row);
  }

  /**
   * Whether another row than this is the pupil's: by their UPN, where that does not stand beside another pupil's details, or by
   * reference, name and birth date.
   */
  hasOwnRow(pupil: P, than: R): boolean {
    const upn = upnOf(pupil);
    const byUpn = (upn === undefined ? [] : (this.#rowsByUpn.get(upn) ?? [])).filter(
      (row) => (this.withDetails(row, pupil) ?? pupil) === pupil,
    );
    const byRef = this.#rowsByRef.get(refKey(pupil.ref)) ?? [];
    const theirs = [...byUpn, ...byRef.filter((row) => personKey(row) === personKey(pupil))];
    return theirs.some((row) => row !== than);
  }

  /** Whether the pupil's reference stands on another row than this, whoever's that is, or their details do. */
  isOnAnotherRow(pupil: P, than: R): boolean {
    const byRef = this.#rowsByRef.get(refKey(pupil.ref)) ?? [];
    return byRef.some((row) => row !== than) || this.detailsStandElsewhere(pupil, than);
  }
}
