import { BadInput, type DataCommand, type Terminal } from '../../command-line/command.ts';
import { count } from '../../domain/language/words.ts';
import { TERMINAL } from '../audit/entry.ts';
import { heldBeside } from '../beside.ts';
import { findPupil } from '../find-pupil.ts';
import { heldAbout } from '../held.ts';
import { mentionsOf } from '../mentions.ts';
import { seenBy } from '../seen-by.ts';
import { exportRequestSchema } from './arguments.ts';
import { type Export, makeExport } from './make.ts';

const DONE = 0;
const REFUSED = 1;
/** What was written is not to be handed over yet: a script must not do so. */
const TO_LOOK_AT = 2;

/** `npm run export`, done by the bot where it runs: the files go to whoever asked, who writes them where they say. */
export const exportCommand: DataCommand = {
  name: 'export',
  async run(input, terminal, { store, audit, clock, dataDir, keys, who = TERMINAL }) {
    const asked = exportRequestSchema.safeParse(input);
    if (!asked.success) throw new BadInput();
    const { ref, school: schoolId, purpose, leaveOut, keep } = asked.data;
    const found = await findPupil(store, ref, schoolId);
    if (found.is === 'none') {
      terminal.complain(found.say);
      return REFUSED;
    }
    const held = await heldAbout(store, found.school, found.pupil);
    const made = makeExport({
      held,
      pupils: await store.pupilsOf(found.school.id),
      purpose,
      decided: { keep: new Set(keep), leaveOut: new Set(leaveOut) },
      at: clock.now(),
      more: {
        ...(await heldBeside(found.pupil, held.reviews, { dataDir, keys })),
        ...(await seenBy(audit, found.pupil)),
      },
    });
    if (made.unknown.length > 0) {
      terminal.complain(
        purpose === 'family'
          ? `Nothing has the mark ${made.unknown.join(', ')}: is it mistyped, or was something typed since? Nothing was written. Make a first copy again, look at it, and take the marks from there.`
          : '--leave-out and --keep are for the copy that the family gets: --for family. Nothing was written.',
      );
      return REFUSED;
    }
    const pupils = [found.pupil.id];
    audit.record(found.school.id, { who, kind: 'exported', what: purpose, pupils });
    await audit.durable();
    const code = await handOver(made, terminal);
    sayMentions(await mentionsOf(store, found.pupil), terminal);
    return code;
  },
};

/** Tells where else the pupil is named: whether it is they who are meant only a person can say. */
export function sayMentions(mentions: readonly string[], terminal: Terminal): void {
  if (mentions.length > 0)
    terminal.say(
      `The pupil’s name stands in what is recorded of others, too: ${mentions.join(', ')}. Please look at it by hand: it is not part of this.`,
    );
}

async function handOver({ files, open, page }: Export, terminal: Terminal): Promise<number> {
  for (const { name, text } of files) if (!(await terminal.hand({ name, text }))) return REFUSED;
  if (open.length > 0) {
    const are = count(open.length, 'passage');
    terminal.say(
      `Not to be handed over yet: ${are} may be about somebody else. They are listed at the top of the page, each with its mark. Nothing was cut. Once you have looked, run it again with --leave-out MARK,MARK for those to leave out and --keep ${page} for all others on that page.`,
    );
    return TO_LOOK_AT;
  }
  return DONE;
}
