import { NOTHING_APART } from '../app/ports.ts';
import type { Inbound, Reply, Turn } from '../channels/channel.ts';
import { commandIn } from '../channels/index.ts';
import { OF_A_LIST } from '../domain/school/contact.ts';
import { NotKept } from '../records/audit/audit.ts';
import { recognise } from './accounts.ts';
import { comingBack } from './coming-back.ts';
import { counted } from './counted.ts';
import type { Deps } from './deps.ts';
import { Drafts } from './drafts.ts';
import { filesSent } from './files.ts';
import { actionFrom } from './from-message.ts';
import { homeShown } from './home.ts';
import { KeptWords } from './kept-words.ts';
import { knowing, pressed } from './navigation.ts';
import { noted, noteStranger } from './noted.ts';
import { Parts } from './parts-kept.ts';
import type { Person } from './people.ts';
import { greetingScreen, noticeScreen, strangerScreen } from './plain-screens.ts';
import { PRESS_HANDLERS } from './presses.ts';
import { asShown, notCommitted, SAY } from './refusals.ts';
import { savedNotShown, watched } from './saved.ts';
import { isTooMuch, tooLong } from './too-much.ts';
import { below } from './turn.ts';
import { answerTyped } from './typed.ts';
import { Waiting } from './waiting.ts';

async function answer(deps: Deps, person: Person, said: Inbound['said']): Promise<Reply> {
  if (said.kind === 'press') {
    const handler = Object.hasOwn(PRESS_HANDLERS, said.data.do) ? PRESS_HANDLERS[said.data.do] : undefined;
    if (!handler || isTooMuch(said)) return below(noticeScreen('Sorry', SAY.nonsense));
    return pressed(await handler(deps, { person, data: said.data, values: said.values }), said.data);
  }
  const reply = await answerSaid(deps, person, said);
  return { ...reply, show: knowing(reply.show) };
}

async function answerSaid(
  deps: Deps,
  person: Person,
  said: Exclude<Inbound['said'], { kind: 'press' }>,
): Promise<Reply> {
  switch (said.kind) {
    case 'text':
      return answerTyped(deps, person, said);
    case 'files':
      return filesSent(deps, person, said);
    case 'home':
      return homeShown(deps, person);
    case 'greeting':
      return below(greetingScreen(person));
    case 'message':
      return actionFrom(deps, person, said.text);
  }
}

// Where a school can't be reckoned with, they may well be of it.
const unknownPerson = ({ apart = NOTHING_APART }: Deps) =>
  apart.all().some(({ collection }) => collection === 'schools')
    ? noticeScreen('Sorry', SAY.trouble)
    : strangerScreen();

/**
 * The conversation, the same in every channel: who says it, what it means, what comes of it, and the next thing for
 * that person. A turn that returns has stored what it says it stored.
 */
export function makeTurn(parts: Deps): Turn {
  const waiting = parts.waiting ?? new Waiting();
  const words = waiting.with(new KeptWords());
  const turn = turnOf(parts, waiting);
  return async (inbound) => {
    const account = [inbound.channel, inbound.tenant, inbound.account].join('/');
    const said = words.withWords(inbound.said, account);
    return words.withoutWords(await turn({ ...inbound, said }), account);
  };
}

/** Whether what answers it says what stands in a list from outside. */
const isOfList = (said: Inbound['said']): boolean =>
  said.kind === 'files' || (said.kind === 'press' && said.data.do === 'import-list');

/** Whom it came from, and where the card stands that was pressed. */
function fromWhere({ said, ...sender }: Inbound) {
  return { ...sender, ...(said.kind === 'press' && said.at && { at: said.at }) };
}

function turnOf(parts: Deps, waiting: Waiting): Turn {
  const moving = parts.moving ?? new Map();
  const drafts = waiting.with(parts.drafts ?? new Drafts());
  const formParts = waiting.with(parts.parts ?? new Parts());
  if (parts.imports) waiting.with(parts.imports.pending);
  return async (inbound) => {
    const whoNow = async () => {
      const now = await recognise(parts, inbound);
      return now.is === 'known' ? now.person : undefined;
    };
    const writes = commandIn(inbound.channel);
    const { deps, isStored } = watched({
      ...parts,
      moving,
      drafts,
      parts: formParts,
      whoNow,
      writes,
      from: fromWhere(inbound),
    });
    const wait = parts.pace?.tooFast(inbound);
    if (wait) return wait;
    try {
      const who = await recognise(deps, inbound);
      if (who.is === 'stranger' || who.is === 'second-account') noteStranger(deps, inbound, who.is);
      if (who.is === 'stranger') return below(unknownPerson(deps));
      if (who.is === 'second-account') return below(noticeScreen('SEND reviews', SAY.secondAccount));
      const { person } = who;
      const turn = noted(deps, person, inbound);
      const unread = tooLong(person, inbound.said);
      if (unread) return unread;
      const { apart = NOTHING_APART } = deps;
      const work = () =>
        who.is === 'back'
          ? comingBack(turn.deps, person, who.before, inbound)
          : apart.run(() => answer(turn.deps, person, inbound.said));
      let shown: readonly string[] = [];
      const noting = await counted(deps, inbound, work, () => shown);
      shown = [...(await turn.note(noting)), ...(isOfList(inbound.said) ? [OF_A_LIST] : [])];
      const reply = { ...noting, show: asShown(noting.show) };
      return isStored() ? { ...reply, saved: true } : reply;
    } catch (error) {
      if (isStored()) return savedNotShown(deps, error);
      if (error instanceof NotKept) return below(noticeScreen('Sorry', SAY.notNoted));
      if (notCommitted(error)) return below(noticeScreen('That could not be saved', SAY.trouble));
      throw error;
    }
  };
}
