import { LRUCache } from 'lru-cache';
import type { Channel, MessageRef, Sender } from '../channels/channel.ts';
import type { StandingCards } from '../conversation/cards-port.ts';
import type { Records } from '../conversation/records-port.ts';
import { contactId } from '../domain/school/contact.ts';
import { removedCard } from '../presentation/screens/settled.ts';
import type { Audit } from '../records/audit/audit.ts';
import { heldBeside } from '../records/beside.ts';
import { makeExport } from '../records/export/make.ts';
import { heldAbout } from '../records/held.ts';
import { seenBy } from '../records/seen-by.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Clock } from './ports.ts';

/** So many pages are known that somebody was given to look at: after that, and after a restart, they look once more. */
const PAGES = 1000;

interface GivenBy {
  readonly clock: Clock;
  readonly log: Log;
  /** Keeps count of what stands in chats, so that a file is taken back should the child be erased. */
  readonly cards: Pick<StandingCards, 'stands'>;
  /** Who has looked at it stands in it, too. */
  readonly audit: Pick<Audit, 'ofPupil'>;
  /** The data folder, where it is a school's: what it holds beside the documents in use is told of, too. */
  readonly data?: Pick<Config, 'dataDir' | 'keys'> | undefined;
}

/** What takes out all that is held about a pupil, and gives it to whoever asked in their own chat. */
export function givingRecords(
  store: Store,
  channels: readonly Channel[],
  { clock, log, data, audit, cards }: GivenBy,
): Records {
  const pages = new LRUCache<string, string>({ max: PAGES });
  const pageOf = (pupil: string, { channel, tenant, account }: Sender) =>
    JSON.stringify([pupil, channel, tenant, account]);
  return {
    pageGiven: (pupil, to) => pages.get(pageOf(pupil, to)),
    async give({ school, pupil, purpose, without, looked }, to) {
      const { channel: name, tenant, account } = to;
      const contact = await store.get('contacts', contactId(name, tenant, account));
      const channel = channels.find((one) => one.name === name);
      if (!contact || !channel) return { is: 'not-given' };
      const held = await heldAbout(store, school, pupil);
      const { files, open, page, unknown } = makeExport({
        held,
        pupils: await store.pupilsOf(school.id),
        purpose,
        decided: { keep: new Set(without && looked ? [looked] : []), leaveOut: new Set(without) },
        at: clock.now(),
        more: {
          ...(data && (await heldBeside(pupil, held.reviews, data))),
          ...(await seenBy(audit, pupil)),
        },
      });
      // Where the page is another by now, they look at that one; a mark that is none of its passages’ would leave out nothing.
      const marks = unknown.filter((one) => one !== looked);
      if (purpose === 'family' && marks.length > 0) return { is: 'no-such-passage', marks };
      let asked = false;
      const stands = (ref: MessageRef) =>
        cards.stands(contact.id, { purpose: '', of: [pupil.id] }, { first: ref, others: [] }, removedCard());
      try {
        for (const { name: called, type, text } of files) {
          const file = { name: called, type, bytes: new TextEncoder().encode(text), stands };
          if ((await channel.sendFile(contact, file)) === 'asked') asked = true;
        }
      } catch (error) {
        log.warn('file not given', { channel: name, error });
        return { is: 'not-given' };
      }
      if (open.length > 0) pages.set(pageOf(pupil.id, to), page);
      return { is: 'given', files: files.length, asked, open: open.length, page };
    },
  };
}
