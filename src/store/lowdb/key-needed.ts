import { count } from '../../domain/language/words.ts';
import type { DataKeys } from './data-keys.ts';

/** A file that is encrypted with a key which was not given. */
export interface NeedsKey {
  readonly file: string;
  /** The key's id. */
  readonly needs: string;
}

/** What is stored can't be opened without a key that was not given: it is not damaged, and is left as it is. */
export class KeyNeeded extends Error {
  constructor(folder: string, closed: readonly NeedsKey[], { current, older }: DataKeys) {
    const ids = [...new Set(closed.map(({ needs }) => needs))].toSorted();
    const which = `the data ${ids.length === 1 ? 'key' : 'keys'} ${ids.join(' and ')}`;
    const given = [
      current ? `DATA_KEY is the key ${current.id}` : 'DATA_KEY is not set',
      ...(older.length > 0 ? [`DATA_KEY_OLD has ${older.map(({ id }) => id).join(', ')}`] : []),
    ];
    const first = closed[0] && closed.length > 1 ? `, ${closed[0].file} among them` : '';
    const what =
      closed.length === 1
        ? `${closed[0]?.file} is`
        : `${folder}: ${count(closed.length, 'file')}${first}, are`;
    super(
      `${what} encrypted with ${which}; ${given.join(', and ')}. ` +
        'Set DATA_KEY to the key that is needed, or put it into DATA_KEY_OLD where another has come since. Nothing was changed.',
    );
  }
}
