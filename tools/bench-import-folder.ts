import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A school's folder in `folder`, as small as one can begin with. */
export async function schoolFolder(folder: string): Promise<string> {
  const path = join(folder, 'school');
  await mkdir(path);
  const school = {
    id: 'bench',
    name: 'Bench Primary',
    terms: [{ name: 'Autumn 2026', start: '2026-09-01', end: '2026-12-18' }],
    insetDays: [],
    closures: [],
  };
  await writeFile(join(path, 'school.json'), JSON.stringify(school));
  await writeFile(join(path, 'staff.csv'), 'email,name,role\nsenco@bench.example,Sam Senco,senco\n');
  return path;
}
