import { BadInput, type DataCommand, type Terminal, type Workplace } from '../../command-line/command.ts';
import { count } from '../../domain/language/words.ts';
import { refKey } from '../../domain/pupil/who/person.ts';
import { isOnHold } from '../../domain/school/retention.ts';
import { localDate } from '../../domain/time.ts';
import { NotStored } from '../../store/store.ts';
import { TERMINAL } from '../audit/entry.ts';
import { sayMentions } from '../export/command.ts';
import { findPupil } from '../find-pupil.ts';
import { mentionsOf } from '../mentions.ts';
import { eraseRequestSchema } from './arguments.ts';
import { sayClosed } from './closed.ts';
import { closedIn } from './closed-copies.ts';
import { type Ended, type EraseDeps, endAll, erase, lookAt, type ToGo } from './erase.ts';
import { begunErasings, type Erasing } from './journal.ts';
import { markingIn } from './key.ts';
import { sayStays, staysWith } from './stays.ts';

const DONE = 0;
const REFUSED = 1;

/** A claim or an inquiry goes before a wish to be forgotten (UK GDPR art. 17(3)(e)). */
const ON_HOLD =
  'Nothing was erased: the SENCO has said that this pupil’s data is to be kept, as “review pupil” shows. They can lift that.';

/** It was only looked at: nobody said yes. */
const NOT_DONE = 3;
/** Erased from all that can be opened; something can't be without its key. */
const NOT_ENDED = 2;
const ALL_BUT_CLOSED = 'Erased from all that can be opened. It is not ended before the rest is:';

/** `npm run erase`, done by the bot where it runs: shown first, then done once somebody says yes. */
export const eraseCommand: DataCommand = {
  name: 'erase',
  async run(input, terminal, at) {
    const { store, audit, clock, dataDir, keys, takeBack, forgetWaiting, who = TERMINAL } = at;
    const asked = eraseRequestSchema.safeParse(input);
    if (!asked.success) throw new BadInput();
    const { ref, school: schoolId, yes } = asked.data;
    const begun = { store, dataDir, keys, takeBack, forgetWaiting };
    const before = (await endAll(begun)).filter(({ documents }) => documents);
    for (const one of before) tell(one, 'An erasing that was begun before is ended.', terminal, at);
    const found = await findPupil(store, ref, schoolId);
    if (found.is === 'none') {
      const waiting = (await begunErasings(begun)).filter((one) => isOf(one, ref, schoolId));
      const closed = waiting.flatMap((one) => closedIn(one, at));
      if (closed.length > 0) {
        if (before.length === 0) terminal.say(ALL_BUT_CLOSED);
        if (before.length === 0) sayClosed(closed, terminal, at);
        return NOT_ENDED;
      }
      // It may be this very pupil’s that was ended just now.
      if (before.length > 0) return DONE;
      terminal.complain(found.say);
      return REFUSED;
    }
    const today = localDate(clock.now());
    if (isOnHold(found.pupil, today)) {
      terminal.complain(ON_HOLD);
      return REFUSED;
    }
    const deps: EraseDeps = { ...begun, markOf: await markingIn(dataDir) };
    const { toGo } = await lookAt(found.pupil, deps, today);
    show(found.pupil.ref, found.school.name, toGo, terminal, at);
    sayMentions(await mentionsOf(store, found.pupil), terminal);
    const answer = yes ? 'yes' : await terminal.ask('Erase all of this? It can’t be undone. (yes or no)');
    if (answer?.trim().toLowerCase() !== 'yes') {
      terminal.complain(
        answer === undefined
          ? 'Nothing was erased. Run it with --yes to erase this, or in a terminal to be asked.'
          : 'Nothing was erased.',
      );
      return NOT_DONE;
    }
    // Whoever was asked may have taken their time: what stands now is what counts.
    const pupil = await store.get('pupils', found.pupil.id);
    if (!pupil || isOnHold(pupil, today)) {
      terminal.complain(pupil ? ON_HOLD : 'Nothing was erased: they are gone already.');
      return REFUSED;
    }
    const { erasing } = await lookAt(pupil, deps, today);
    const stays = await staysWith(erasing, at);
    const pupils = [pupil.id];
    audit.record(found.school.id, { who, kind: 'erased', what: 'pupil', pupils });
    await audit.durable();
    try {
      const ended = await erase(erasing, deps);
      tell(ended, 'Erased.', terminal, at);
      sayStays(stays, terminal);
      return ended.closed.length > 0 ? NOT_ENDED : DONE;
    } catch (error) {
      if (!(error instanceof NotStored)) throw error;
      terminal.complain(
        'The data folder could not be written to the end (is the disk full?). Run it again to complete it; the bot’s next start does so, too.',
      );
      return REFUSED;
    }
  },
};

/** Whether an erasing that is not ended is of the pupil with this reference, UPN or id. */
const isOf = ({ ref, upn, pupil, school }: Erasing, asked: string, schoolId = school): boolean =>
  school === schoolId &&
  (pupil === asked || [ref, upn].some((one) => one !== undefined && refKey(one) === refKey(asked)));

function show(
  ref: string,
  school: string,
  { reviews, messages, digests, backups, closed }: ToGo,
  terminal: Terminal,
  at: Workplace,
) {
  terminal.say(`To be erased for good: the pupil ${ref} of ${school}, with ${count(reviews, 'review')}.`);
  terminal.say('To keep a copy, run first: npm run export -- pupil REF');
  if (messages > 0)
    terminal.say(
      `${count(messages, 'message')} in chats: “removed” is put in their place, as far as the chat lets it.`,
    );
  if (digests > 0) terminal.say(`${count(digests, 'digest')}: what is about the pupil is taken out.`);
  if (backups.length > 0) terminal.say(`Backups written anew without them: ${backups.join(', ')}.`);
  sayClosed(closed, terminal, at);
  terminal.say(
    'Not reached: backups that were copied elsewhere. One that is put back is rid of the pupil when the bot starts.',
  );
}

function tell(
  { backups, closed, left, notTaken }: Ended,
  first: string,
  terminal: Terminal,
  at: Workplace,
): void {
  terminal.say(closed.length > 0 ? ALL_BUT_CLOSED : first);
  if (backups.length > 0) terminal.say(`Backups written anew: ${backups.join(', ')}.`);
  if (left > 0)
    terminal.say(
      `${count(left, 'message')} in chats can’t be taken back just now: that is done once the bot runs and the chat answers.`,
    );
  if (notTaken > 0)
    terminal.say(
      `${count(notTaken, 'message')} could not be taken back: gone already, or the chat lets no bot change them.`,
    );
  sayClosed(closed, terminal, at);
}
