import { isDeepStrictEqual } from 'node:util';
import { dayWords } from '../domain/language/days.ts';
import { nameOf } from '../domain/language/people.ts';
import type { School, SettingChanged, SettingKey } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import type { Wanted } from './wanted.ts';

/** A setting that was changed in a form here and of which the file says otherwise: who changed it, by name, and when. */
export interface KeptSetting {
  readonly key: SettingKey;
  /** In words for a terminal: "changed here by Sam Senco on Wed 3 Jun 2026". */
  readonly said: string;
}

/** What is set of a school after an import. */
interface SetAfter {
  readonly school: Wanted['school'];
  readonly kept: readonly KeptSetting[];
}

/**
 * What the file sets, but for what was changed in a form here since: that stays, unless it is said that the file's be taken. A
 * file may be older than the form, and nobody would notice that what they changed is gone.
 * @param fromFile the settings of which the file's are to be taken.
 */
export function settingsAfter(
  stored: School | undefined,
  wanted: Wanted['school'],
  fromFile: readonly SettingKey[] = [],
): SetAfter {
  if (!stored) return { school: wanted, kept: [] };
  const differing = (stored.changedHere ?? []).filter(
    ({ key }) => !fromFile.includes(key) && !isDeepStrictEqual(stored[key], wanted[key]),
  );
  if (differing.length === 0) return { school: wanted, kept: [] };
  const keys: readonly string[] = differing.map(({ key }) => key);
  const others = Object.entries(wanted).filter(([key]) => !keys.includes(key));
  const ours = differing.flatMap(({ key }) => (stored[key] === undefined ? [] : [[key, stored[key]]]));
  // Each is a setting of a school, from one school or the other.
  const school = { ...Object.fromEntries([...others, ...ours]), changedHere: differing } as Wanted['school'];
  return { school, kept: differing.map((one) => keptWords(stored, one)) };
}

const keptWords = (school: School, { key, by, at }: SettingChanged): KeptSetting => ({
  key,
  said: `changed here by ${nameOf(school, by)} on ${dayWords(localDate(at))}`,
});
