import { wordsOf } from '../command-line/words.ts';
import type { StaffRequest } from './staff-command.ts';

/** How the command is used. */
const USAGE: readonly string[] = [
  'Usage: npm run staff -- list               who is on the staff list, and who left or is cut off',
  '       npm run staff -- cut-off ADDRESS    shows and sends them nothing from now on, while the bot runs',
  '       npm run staff -- let-in ADDRESS     lets them in again',
  '         --school ID                       of this school only, where several are stored',
];

/** Reads the arguments of `npm run staff --`: what is asked for, or what is wrong. */
export function readStaffArguments(
  args: readonly string[],
): { readonly request: StaffRequest } | { readonly wrong: readonly string[] } {
  const read = wordsOf(args, OPTIONS);
  if (!read) return { wrong: USAGE };
  const { values, positionals } = read;
  const [what, address, ...more] = positionals;
  const school = values.school === undefined ? {} : { school: values.school };
  if (what === 'list' && address === undefined) return { request: { what, ...school } };
  if ((what === 'cut-off' || what === 'let-in') && address !== undefined && more.length === 0)
    return { request: { what, address, ...school } };
  return { wrong: USAGE };
}

const OPTIONS = { school: { type: 'string' } } as const;
