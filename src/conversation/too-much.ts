import { LRUCache } from 'lru-cache';
import type { Inbound, Reply, Sender } from '../channels/channel.ts';
import { contactId } from '../domain/school/contact.ts';
import { button, press } from '../presentation/buttons.ts';
import { tooLongCard } from '../presentation/screens/too-long.ts';
import type { Person } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { below } from './turn.ts';

/** Characters of one message. Nobody types a command, a name or a reason that is longer; a form takes what is. */
export const LONGEST_TYPED = 2_000;

const count = (number: number) => number.toLocaleString('en-GB');

/** What is said to a message that is too long to be read; undefined for any other. Nothing in it was looked at. */
export function tooLong({ places }: Person, said: Inbound['said']): Reply | undefined {
  if (!('text' in said) || said.text.length <= LONGEST_TYPED) return undefined;
  const { text, kind } = said;
  return below(
    tooLongCard({
      schools: places.map(({ school }) => school),
      say: `That message has ${count(text.length)} characters, and I read messages of up to ${count(LONGEST_TYPED)}. So I have not read it, and nothing was changed. To give evidence, views or notes, open their form: its boxes are for long texts.`,
      ...(kind === 'text' && said.shownNowhere && { typed: text }),
      buttons: [button('What’s waiting on me', press.mine(1), 'positive'), button('Help', press.help())],
    }),
  );
}

/** Characters of one thing that a button carries: no button of ours has as many. */
const LONGEST_CARRIED = 4_000;

/** Whether a button carries what none of ours does; not of a form that is sent, where what was typed is given back. */
export const isTooMuch = ({ data, values }: Extract<Inbound['said'], { kind: 'press' }>): boolean =>
  Object.keys(values).length === 0 && Object.values(data).some((one) => one.length > LONGEST_CARRIED);

/** Nobody types or presses more often in a minute. */
const MOST = 30;
/** Forms that are sent hold what somebody typed: they are taken for longer. */
const MOST_FORMS = 90;
/** A search is asked at most letters, and those come faster than anything else that people do. */
const MOST_SEARCHES = 240;
const MINUTE_MS = 60_000;
/** More people than write to the bot in a minute. */
const PEOPLE = 10_000;

const SLOWLY =
  'That was a lot in one minute, so I have not done this last thing. Please wait a moment, then try again.';

/** Somebody sends forms faster than any person does. What was typed stays where it is, as with any failure. */
export class TooOften extends Error {}

interface Count {
  readonly since: number;
  done: number;
}

/** Keeps count of what each account does: not of addresses, since a platform, and a school, has one for all. */
export class Pace {
  readonly #done = new LRUCache<string, Count>({ max: PEOPLE });
  readonly #searched = new LRUCache<string, Count>({ max: PEOPLE });
  readonly #now: () => number;

  /** @param now Milliseconds that only go forward. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * What is said to who is too fast; undefined, and one more counted, where they are not.
   * @throws {TooOften} for a form that is sent, so that nothing typed in it is lost.
   */
  tooFast(inbound: Inbound): Reply | undefined {
    const { said } = inbound;
    const done = this.#count(this.#done, inbound);
    const isForm = said.kind === 'press' && Object.keys(said.values).length > 0;
    if (done <= (isForm ? MOST_FORMS : MOST)) return undefined;
    if (isForm) throw new TooOften('forms sent too often');
    return below(noticeScreen('One moment, please', SLOWLY));
  }

  /** Whether somebody looks up more than anybody types; counted by itself, so that typing a name takes nothing else from them. */
  looksTooFast(from: Sender): boolean {
    return this.#count(this.#searched, from) > MOST_SEARCHES;
  }

  #count(counts: LRUCache<string, Count>, { channel, tenant, account }: Sender): number {
    const now = this.#now();
    const id = contactId(channel, tenant, account);
    const known = counts.get(id);
    const counted = known && now - known.since < MINUTE_MS ? known : { since: now, done: 0 };
    counted.done += 1;
    counts.set(id, counted);
    return counted.done;
  }
}
