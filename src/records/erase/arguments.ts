import { z } from 'zod';
import { wordsOf } from '../../command-line/words.ts';

/** How the command is used. */
const USAGE: readonly string[] = [
  'Usage: npm run erase -- pupil REF     erases all that is held about a pupil, once it was shown and you say yes',
  '         --school ID                  of which school, where several are stored',
  '         --yes                        without asking',
];

/** What `npm run erase` is asked to do. */
export const eraseRequestSchema = z.strictObject({
  ref: z.string().min(1).max(100),
  school: z.string().max(100).exactOptional(),
  yes: z.boolean(),
});
type EraseRequest = z.infer<typeof eraseRequestSchema>;

/** Reads the arguments of `npm run erase --`: what is asked for, or what is wrong. */
export function readEraseArguments(
  args: readonly string[],
): { readonly request: EraseRequest } | { readonly wrong: readonly string[] } {
  const read = wordsOf(args, OPTIONS);
  if (!read) return { wrong: USAGE };
  const { values, positionals } = read;
  const [what, ref, ...more] = positionals;
  if (what !== 'pupil' || ref === undefined || ref === '' || more.length > 0) return { wrong: USAGE };
  const school = values.school === undefined ? {} : { school: values.school };
  return { request: { ref, ...school, yes: values.yes ?? false } };
}

const OPTIONS = { school: { type: 'string' }, yes: { type: 'boolean' } } as const;
