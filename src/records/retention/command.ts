import { z } from 'zod';
import { BadInput, type DataCommand, type Terminal, type Workplace } from '../../command-line/command.ts';
import { dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { whyGone } from '../../domain/school/retention.ts';
import { localDate } from '../../domain/time.ts';
import { agedCopies, COPIES_KEPT_DAYS, removeCopies } from '../../store/lowdb/old-copies.ts';
import { TERMINAL } from '../audit/entry.ts';
import { chainInWords, chainName } from '../audit/places.ts';
import { sayClosed } from '../erase/closed.ts';
import { markingIn } from '../erase/key.ts';
import { ageOut } from './chat-copies.ts';
import { type Over, overOn, remove } from './children.ts';
import { forgetStrangers } from './strangers.ts';
import { type Going, goingBySchool } from './too-many.ts';
import { type OldTrail, oldTrails } from './trail.ts';

/**
 * What `npm run retention` is asked to do: `yes`, to do it; else it only says what would go. `howeverMany`: a person has looked, and
 * those go, too, who would not go unasked.
 */
const retentionRequestSchema = z.strictObject({ yes: z.boolean(), howeverMany: z.boolean().exactOptional() });

const DONE = 0;
const REFUSED = 1;

/** `npm run retention`, done by the bot where it runs. */
export const retentionCommand: DataCommand = {
  name: 'retention',
  async run(input, terminal, at) {
    const asked = retentionRequestSchema.safeParse(input);
    if (!asked.success) throw new BadInput();
    const today = localDate(at.clock.now());
    const over = await overOn(at.store, today);
    for (const one of over) terminal.say(lineOf(one));
    const going = over.filter(({ keep }) => keep === 'goes');
    const copies = await agedCopies(at.dataDir, today, at.copiesKeptDays ?? COPIES_KEPT_DAYS);
    for (const copy of copies) terminal.say(`${copy}: a copy that is kept no longer.`);
    const trails = await oldTrails(at);
    for (const one of trails) terminal.say(trailLine(one));
    const some = going.length + copies.length + trails.filter(({ days }) => days.length > 0).length > 0;
    if (!some) terminal.say(over.length === 0 ? 'No pupil’s time is over.' : 'Nothing is to be removed.');
    if (!asked.data.yes) {
      if (some) terminal.say('Nothing was removed. To remove it: npm run retention -- --yes');
      return DONE;
    }
    const deps = { ...at, markOf: await markingIn(at.dataDir) };
    let removed = 0;
    const bySchool = await goingBySchool(at.store, over);
    const unasked = bySchool.flatMap(({ goes }) => goes);
    // A script that runs each night has nobody who looks at the clock.
    const forPerson = asked.data.howeverMany ? [] : bySchool.flatMap((one) => leftOf(one));
    for (const line of forPerson) terminal.complain(line);
    for (const one of asked.data.howeverMany ? going : unasked) {
      const ended = await remove(one, deps, today);
      if (!ended) continue;
      removed += 1;
      sayClosed(ended.closed, terminal, at);
    }
    if (removed > 0) terminal.say(`Removed: all that was held of ${count(removed, 'pupil')}.`);
    await removeCopies(at.dataDir, copies);
    if (copies.length > 0) terminal.say(`${count(copies.length, 'copy', 'copies')} removed.`);
    const trailsLeft = await removeTrails(trails, asked.data.howeverMany === true, terminal, at);
    const { gone, left } = await ageOut(at);
    if (gone > 0) terminal.say(`${count(gone, 'message')} of earlier school years taken out of chats.`);
    const strangers = await forgetStrangers(at);
    if (strangers > 0) terminal.say(`${count(strangers, 'account')} of nobody on a staff list forgotten.`);
    if (left > 0)
      terminal.say(
        `${count(left, 'message')} of earlier school years to be taken out once the bot runs and the chat answers.`,
      );
    return forPerson.length > 0 || trailsLeft ? REFUSED : DONE;
  },
};

/** Removes what of the trails is older than they are kept. Whether something of it stayed, which is told. */
async function removeTrails(
  trails: readonly OldTrail[],
  howeverMany: boolean,
  terminal: Terminal,
  { audit, who = TERMINAL }: Workplace,
): Promise<boolean> {
  let isLeft = false;
  for (const one of trails) {
    const name = chainInWords(chainName(one.school));
    if (one.days.length === 0) continue;
    const days = `${count(one.days.length, 'day')} of the trail (${name})`;
    if (one.tooMany && !howeverMany) {
      terminal.complain(
        `${days} not removed: so many at once may be a clock that is ahead, or a wrong number of years. Please check both. ${ASK}`,
      );
      isLeft = true;
    } else if (await audit.ageing.remove(one, who)) terminal.say(`${days} removed.`);
    else {
      terminal.complain(
        `${days} not removed: something in them is not as it was written. To see what: npm run audit -- verify`,
      );
      isLeft = true;
    }
  }
  return isLeft;
}

/** A line on what of a trail is older than it is kept. */
function trailLine({ school, days, heldFrom }: OldTrail): string {
  const name = chainInWords(chainName(school));
  const [first, last] = [days[0], days.at(-1)];
  const goes =
    first === undefined || last === undefined
      ? 'nothing goes'
      : `${count(days.length, 'day')} kept no longer, ${dayWords(first)} to ${dayWords(last)}`;
  const held = heldFrom ? `; kept from ${dayWords(heldFrom)}, which names a child who is on hold` : '';
  return `The trail (${name}): ${goes}${held}.`;
}

const ASK = 'If they are to go: npm run retention -- --yes --however-many';

/** What is left to a person, in lines that name no child. */
function leftOf({ school, inUse, tooMany }: Going): readonly string[] {
  return [
    ...(tooMany.length > 0
      ? [
          `${count(tooMany.length, 'pupil')} of ${school.name} not removed: so many at once may be a clock that is ahead, or a wrong age. Please check both. ${ASK}`,
        ]
      : []),
    ...inUse.map(
      ({ pupil }) =>
        `The pupil ${pupil.ref} of ${school.name} not removed: a review is under way. Please check the birthday, and the clock. ${ASK}`,
    ),
  ];
}

/** A line that names no child: by the school's reference. */
function lineOf({ school, pupil, keep }: Over): string {
  const who = `The pupil ${pupil.ref} of ${school.name}: ${whyGone(pupil, school)}`;
  if (keep === 'goes') return `${who}.`;
  const { until } = pupil.legalHold ?? {};
  return `${who}; kept all the same, ${until ? `to ${dayWords(until)}` : 'until that is lifted'}, as the SENCO has said.`;
}
