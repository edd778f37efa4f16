import { z } from 'zod';
import { BadInput, type DataCommand, type Terminal, type Workplace } from '../../command-line/command.ts';
import { dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { localDate } from '../../domain/time.ts';
import { erasedAs } from '../erase/was-erased.ts';
import { accept, MOST_TOLD } from './accept.ts';
import { headFrom, headInWords } from './chain.ts';
import { TERMINAL } from './entry.ts';
import { entryLine } from './entry-words.ts';
import { faultInWords } from './fault.ts';
import { chainFromWords, chainInWords } from './places.ts';
import { BECAUSE, type Because } from './telling.ts';

/** What `npm run audit` is asked to do. */
const requestSchema = z.strictObject({
  what: z.enum(['verify', 'pupil', 'accept']),
  head: z.string().max(100).exactOptional(),
  ref: z.string().max(200).exactOptional(),
  school: z.string().max(250).exactOptional(),
  because: z.enum(Object.keys(BECAUSE) as [Because]).exactOptional(),
  yes: z.boolean().exactOptional(),
});
export type AuditRequest = z.infer<typeof requestSchema>;

const DONE = 0;
const FAILED = 1;

/** `npm run audit`, done by the bot where it runs. */
export const auditCommand: DataCommand = {
  name: 'audit',
  async run(input, terminal, at) {
    const asked = requestSchema.safeParse(input);
    if (!asked.success) throw new BadInput();
    const { what, head, ref = '', school, because, yes = false } = asked.data;
    if (what === 'accept') return accept(because, yes, terminal, at);
    return what === 'verify' ? verify(head, school, terminal, at) : pupil(ref, school, terminal, at);
  },
};

async function verify(
  text: string | undefined,
  school: string | undefined,
  terminal: Terminal,
  { audit }: Workplace,
): Promise<number> {
  const noted = text === undefined ? undefined : headFrom(text);
  if (text !== undefined && !noted) {
    terminal.complain('--head takes a number and a hash, as the log has them: 1234:Rn4…');
    return FAILED;
  }
  const chain = school === undefined ? undefined : chainFromWords(school);
  const { faults, entries, heads, cuts, before } = await audit.verify(noted && { ...noted, chain });
  for (const fault of faults.slice(0, MOST_TOLD)) terminal.complain(faultInWords(fault));
  for (const [chain, head] of heads)
    terminal.say(
      `${chainInWords(chain)}: ${count(entries.get(chain) ?? 0, 'entry', 'entries')}; the last is ${headInWords(head)}`,
    );
  if (faults.length > 0) {
    terminal.complain(
      `${count(faults.length, 'thing is', 'things are')} not as written. Each start tells it, too. Once it was looked into: npm run audit -- accept`,
    );
    // What is told of a head that was noted elsewhere is in no file.
    audit.telling.found(faults.filter((fault) => fault.what !== 'not-the-head'));
    return FAILED;
  }
  for (const [name, { seq, day }] of cuts)
    terminal.say(`${chainInWords(name)}: entries up to ${seq}, of ${dayWords(day)}, are kept no longer.`);
  if (before !== undefined)
    terminal.say(
      `What was noted is of before what is kept of ${chainInWords(before)}: it can’t be looked for.`,
    );
  terminal.say(heads.size === 0 ? 'Nothing has been noted yet.' : 'All of it is as it was written.');
  return DONE;
}

const AT_ONCE = 500;
const NOT_AS_WRITTEN =
  'Lines about this pupil are not as they were written, and are left out here. To see which: npm run audit -- verify';

async function pupil(
  ref: string,
  school: string | undefined,
  terminal: Terminal,
  { audit, store, clock, dataDir, who = TERMINAL }: Workplace,
): Promise<number> {
  const schools = (await store.schools()).filter(({ id }) => school === undefined || id === school);
  const all = await Promise.all(schools.map(({ id }) => store.pupilsOf(id)));
  const found = all.flat().filter((one) => same(one.ref, ref) || same(one.upn ?? '', ref) || one.id === ref);
  const erased = await erasedAs(dataDir, ref, localDate(clock.now()));
  const gone = erased.filter(({ schoolId }) => school === undefined || schoolId === school);
  const known = [...found, ...gone.filter(({ id }) => found.every((one) => one.id !== id))];
  // One that is gone is still in the audit, by the id that was theirs.
  const wanted = known.length > 0 ? known : schools.map(({ id }) => ({ schoolId: id, id: ref }));
  let told = 0;
  for (const { schoolId, id } of wanted) {
    const before = told;
    for (let skip = 0, more = true; more; skip += AT_ONCE) {
      const { entries, hasMore, notAsWritten } = await audit.ofPupil(schoolId, id, skip, AT_ONCE);
      for (const entry of entries) terminal.say(entryLine(entry));
      told += entries.length;
      more = hasMore;
      if (notAsWritten && !more) terminal.complain(NOT_AS_WRITTEN);
    }
    // What was typed may be a name or a UPN: it is no id of ours unless something was noted under it.
    const isKnown = known.length > 0 || told > before;
    audit.record(schoolId, {
      who,
      kind: 'viewed',
      what: 'audit',
      ...(isKnown && { pupils: [id] }),
    });
  }
  if (told === 0) {
    terminal.complain(`Nothing has been noted of a pupil with this reference or id.`);
    return FAILED;
  }
  return DONE;
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
