import { z } from 'zod';
import { wordsOf } from '../../command-line/words.ts';
import { PURPOSES, type Purpose } from './make.ts';

/** How the command is used. */
const USAGE: readonly string[] = [
  'Usage: npm run export -- pupil REF        all that is held about a pupil, as a page to read and print and as JSON',
  '         --school ID                      of which school, where several are stored',
  '         --for family|school|next-school  for whom (school, where it is left out); for the next school with a CTF-like file',
  '         --out DIR                        the folder to write into, not the data folder (here, where it is left out)',
  '         --leave-out MARK,MARK            for the family: passages to leave out, by the marks the first copy gives them',
  '         --keep MARK,MARK                 for the family: passages that stay; the mark of a page keeps all others that are on it',
];

const PURPOSE_NAMES = Object.keys(PURPOSES) as [Purpose, ...Purpose[]];
const marks = z.array(z.string().max(20)).max(10_000);

/** What `npm run export` is asked to do. */
export const exportRequestSchema = z.strictObject({
  ref: z.string().min(1).max(100),
  school: z.string().max(100).exactOptional(),
  purpose: z.enum(PURPOSE_NAMES),
  leaveOut: marks,
  keep: marks,
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** Reads the arguments of `npm run export --`: what is asked for and where to, or what is wrong. */
export function readExportArguments(
  args: readonly string[],
): { readonly request: ExportRequest; readonly out: string } | { readonly wrong: readonly string[] } {
  const read = wordsOf(args, OPTIONS);
  if (!read) return { wrong: USAGE };
  const { values, positionals } = read;
  const [what, ref, ...more] = positionals;
  const purpose = PURPOSE_NAMES.find((one) => one === (values.for ?? 'school'));
  if (what !== 'pupil' || ref === undefined || more.length > 0 || !purpose) return { wrong: USAGE };
  const list = (text = '') =>
    text
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => one !== '');
  return {
    out: values.out ?? '.',
    request: {
      ref,
      ...(values.school !== undefined && { school: values.school }),
      purpose,
      leaveOut: list(values['leave-out']),
      keep: list(values.keep),
    },
  };
}

const OPTIONS = {
  school: { type: 'string' },
  for: { type: 'string' },
  out: { type: 'string' },
  'leave-out': { type: 'string' },
  keep: { type: 'string' },
} as const;
