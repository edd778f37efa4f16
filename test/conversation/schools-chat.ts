import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/app/clocks.ts';
import { randomIds } from '../../src/app/ids.ts';
import type { SentFile } from '../../src/channels/sent-file.ts';
import type { PendingList } from '../../src/conversation/import-port.ts';
import { chatImports } from '../../src/data-in/chat-import.ts';
import { readHere } from '../../src/data-in/read/read-here.ts';
import type { School } from '../../src/domain/school/school.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import { type aPupil, aSchool } from '../support/builders.ts';
import { quickFolder, storeIn } from '../support/store.ts';
import { aTalk } from './talk.ts';

export const HEAD = 'UPN,Adno,Forename,Surname,DOB,Year,SEN Status';
/** A list of pupils as a SENCO sends it. */
export const file = (name: string, ...rows: readonly string[]): SentFile => ({
  name,
  read: async () => new TextEncoder().encode([HEAD, ...rows].join('\r\n')),
});

/** A school's chat in which lists can be sent, with what is stored. */
export async function aSchoolsChat({
  schools = [aSchool()],
  pupils = [] as ReturnType<typeof aPupil>[],
  beforeReading = async () => {},
} = {}) {
  const folder = await quickFolder();
  const kept = await storeIn(folder);
  onTestFinished(() => kept.close());
  const imports = chatImports<PendingList>({
    ...{ store: kept, clock: systemClock, ids: randomIds },
    backups: importBackups(folder),
    reader: async (...given) => {
      await beforeReading();
      return readHere(...given);
    },
  });
  for (const one of schools) await kept.put('schools', one);
  for (const pupil of pupils) await kept.put('pupils', pupil);
  const talk = await aTalk({ kept, imports, now: '2026-11-10T09:00:00.000Z' });
  const school = schools[0] ?? aSchool();
  const stored = async (of: School = school) =>
    (await kept.pupilsOf(of.id)).map(({ ref, firstName }) => `${ref} ${firstName}`);
  return { talk, kept, stored };
}
