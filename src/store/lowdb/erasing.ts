import { join } from 'node:path';
import pLimit from 'p-limit';

/** In the data folder, the folder of what is being erased. */
export const ERASING = 'erasing';

/** What the note of an erasing is called where it is encrypted, by its file's id. */
export const erasingName = (id: string): string => `${ERASING}/${id}`;

export const erasingPath = (dataDir: string, id: string): string => join(dataDir, ERASING, `${id}.json`);

/** One such note is written at a time: encrypted anew, it must not take the place of what was noted, or ended, meanwhile. */
export const erasingInTurn = pLimit(1);
