import type { OwnSchool, OwnSchoolFaults } from '../channels/parts.ts';
import { filesOfSchool, idFrom, readName, usualYears } from '../data-in/begin-school.ts';
import { writePlanned } from '../data-in/import.ts';
import { previewImport } from '../data-in/preview.ts';
import type { School } from '../domain/school/school.ts';
import { instantAt, type LocalDate } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { randomIds } from './ids.ts';

/** What is wrong with a school that somebody would begin with in the sandbox, a sentence each; undefined for nothing. */
export function ownSchoolFaults({ school, senco, colleagues }: OwnSchool): OwnSchoolFaults | undefined {
  const bad = colleagues.find((name) => 'fault' in readName(name));
  const faults = {
    ...saidOf('school', school),
    ...saidOf('senco', senco),
    ...(bad !== undefined && saidOf('colleagues', bad)),
  };
  return Object.keys(faults).length > 0 ? faults : undefined;
}

/** What is wrong with a name, said beside where it was written; nothing where it can be taken. */
function saidOf(where: keyof OwnSchool, text: string): OwnSchoolFaults {
  const read = readName(text);
  if ('name' in read) return {};
  if (text.trim() === '') return { [where]: 'Please write a name.' };
  const which = where === 'colleagues' ? 'One of these' : 'That';
  return { [where]: `${which} is ${read.fault}.` };
}

/**
 * Puts a school into an empty store as an import does, with usual term days and addresses that are made up.
 * @throws {Error} what it is made of is at fault: `ownSchoolFaults` says so before.
 */
export async function importOwnSchool(store: Store, given: OwnSchool, today: LocalDate): Promise<School> {
  const names = [given.senco, ...given.colleagues].map((text) => {
    const read = readName(text);
    if ('fault' in read) throw new Error(`a name is ${read.fault}`);
    return read.name;
  });
  const addresses = addressesFor(names);
  const staff = names.map((name, at) => {
    const role: 'senco' | 'staff' = at === 0 ? 'senco' : 'staff';
    return { email: addresses[at] ?? '', name, role };
  });
  const id = idFrom(given.school);
  const files = filesOfSchool({ id, name: given.school, ...usualYears(today), staff });
  const input = { files, school: undefined, columns: [], skipBad: false, decisions: new Map() };
  const preview = await previewImport(store, input, {
    today,
    at: instantAt(today, '09:00'),
    newId: randomIds.unique,
  });
  if (preview.is !== 'folder') throw new Error('the school was not taken');
  await writePlanned(store, preview.planned);
  const school = await store.get('schools', id);
  if (!school) throw new Error('the school was not stored');
  return school;
}

/** An address for each name, none twice: "Zoë O’Brien" is zoe.obrien@school.example. */
function addressesFor(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const words = name
      .normalize('NFKD')
      .toLowerCase()
      .split(' ')
      .map((word) => word.replace(/[^a-z]/g, ''))
      .filter(Boolean);
    const own = words.join('.') || 'colleague';
    let address = own;
    for (let n = 2; taken.has(address); n++) address = `${own}.${n}`;
    taken.add(address);
    return `${address}@school.example`;
  });
}
