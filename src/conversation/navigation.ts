import type { Reply } from '../channels/channel.ts';
import { button, type Staying, stayingOn, staysOn } from '../presentation/buttons.ts';
import type { ActionData, CardElement, CardMessage } from '../presentation/message.ts';
import { closed, hasMore, opened } from '../presentation/more.ts';
import { buttonsOn, inputsOf, mapButtons } from '../presentation/render.ts';

/*
 * How one comes from a screen to another and back, in one card that changes. A screen says what shows it again (`here`); its
 * buttons carry that along, with the way back from there. What is shown for such a button takes the screen's place, and has
 * a button back. A digest stays where it is, and so does a form that is being filled in.
 */

/** The way back, the nearest first. */
type Way = readonly ActionData[];

/** So many steps back are kept. */
const STEPS = 3;
/** As many buttons as a client shows in the last row of a card. */
const MOST_ACTIONS = 5;
/** As much as a button may carry in Slack, with room for the marks that JSON puts in. */
const CARRIED = 1700;

function wayIn({ back }: Readonly<Record<string, string>>): Way {
  try {
    const way: unknown = JSON.parse(back ?? '[]');
    return Array.isArray(way) ? way.filter((one) => typeof one?.do === 'string') : [];
  } catch {
    return [];
  }
}

const ASIDE = new Set(['back', 'page', 'on', 'leaves', 'more', 'reasons']);

/** Whether both show the same screen, on whatever page. */
function samePlace(one: ActionData, other: ActionData): boolean {
  const said = (data: ActionData) =>
    JSON.stringify(
      Object.entries(data)
        .filter(([key]) => !ASIDE.has(key))
        .sort(),
    );
  return said(one) === said(other);
}

/** The way back from a screen: what leads to the screen itself, and what came after it, is no way back. */
function wayFrom(here: ActionData | undefined, way: Way): Way {
  const at = here ? way.findLastIndex((one) => samePlace(one, here)) : -1;
  return way.slice(at + 1, at + 1 + STEPS);
}

/** The button, with the way back where there is room for it. */
function carrying(send: ActionData, way: Way): ActionData {
  if (way.length === 0) return send;
  const all = { ...send, back: JSON.stringify(way) };
  return JSON.stringify(all).length <= CARRIED ? all : carrying(send, way.slice(0, -1));
}

const sendOf = (action: CardElement) => (action.data as { readonly send: ActionData }).send;

const withSend = (action: CardElement, change: (send: ActionData) => ActionData): CardElement => ({
  ...action,
  data: { ...(action.data as object), send: change(sendOf(action)) },
});

/** The card, with all of its buttons on what stays. */
export const staying = (on: Staying, show: CardMessage): CardMessage => ({
  ...show,
  card: mapButtons(show.card, (action) => withSend(action, (send) => stayingOn(on, send))),
});

/** Whether one of the card's buttons leads there already. */
const leadsTo = (card: CardMessage['card'], place: ActionData): boolean =>
  buttonsOn(card).some((action) => samePlace(sendOf(action), place));

function withBack({ card, ...rest }: CardMessage, [to, ...further]: Way): CardMessage {
  if (!to || leadsTo(card, to)) return { ...rest, card };
  const { form } = rest;
  const title = form ? 'Back, without saving' : 'Back';
  const send = { ...carrying(to, further), leaves: form ? 'form' : 'screen' };
  const back = {
    type: 'Action.Submit',
    ...{ title, style: button(title, send).style, data: { send } },
    ...(form && { associatedInputs: 'none' }),
  };
  const { actions = [] } = card;
  if (actions.length < MOST_ACTIONS) return { ...rest, card: { ...card, actions: [...actions, back] } };
  return { ...rest, card: { ...card, body: [...card.body, { type: 'ActionSet', actions: [back] }] } };
}

/** A form: sending it, or opening it from its message, knows the way back; its other buttons leave what was typed alone. */
function formWith(show: CardMessage, way: Way): CardMessage {
  const isMain = (action: CardElement) => action.associatedInputs !== 'none';
  const card = mapButtons(show.card, (action) =>
    withSend(action, (send) => (isMain(action) ? carrying(send, way) : stayingOn('form', send))),
  );
  return withBack({ ...show, card }, way);
}

/** The card with what is under "More" as they want it: out of sight, or all of it there. */
function folded({ card }: CardMessage, here: ActionData, way: Way, isOpen: boolean) {
  if (!hasMore(card)) return card;
  return isOpen ? opened(card) : closed(card, carrying({ ...here, more: 'yes' }, way));
}

/** The card with the reasons of what it says, or without; and the button to the other of these, where there are any. */
function withReasons({ inFull, ...show }: CardMessage, way: Way, isInFull: boolean): CardMessage {
  const { here } = show;
  if (!inFull || !here) return show;
  const send = carrying({ ...here, reasons: isInFull ? 'no' : 'yes' }, way);
  const { title, style } = button(isInFull ? 'Without reasons' : 'Why', send);
  const why = { type: 'ActionSet', actions: [{ type: 'Action.Submit', title, style, data: { send } }] };
  const { card } = isInFull ? { card: inFull } : show;
  return { ...show, card: { ...card, body: [...card.body, why] } };
}

/** How a screen is wanted: with what is under its "More", with the reasons of its dates. */
interface Wanted {
  readonly isOpen?: boolean;
  readonly isInFull?: boolean;
}

/** What is shown, knowing where it is and the way back from there. */
export function knowing(
  given: CardMessage,
  before: Way = [],
  { isOpen = false, isInFull = false }: Wanted = {},
): CardMessage {
  const { here } = given;
  const show = withReasons(given, wayFrom(here, before), isInFull);
  const way = wayFrom(here, before);
  if (show.form) return formWith(show, way);
  if (!here) return withBack(show, way);
  // A question in the place of a screen is no place to come back to.
  const onward = (show.standsFor ? way : [here, ...way]).slice(0, STEPS);
  const isMore = (send: ActionData) => send.more !== undefined || send.reasons !== undefined;
  const card = mapButtons(folded(show, here, way, isOpen), (action) =>
    withSend(action, (send) => (isMore(send) ? send : carrying(send, onward))),
  );
  return withBack({ ...show, card }, way);
}

const canBePressed = ({ card }: CardMessage) => inputsOf(card).length > 0 || buttonsOn(card).length > 0;

/** A form that opens by itself, from which the way back is to what stands behind it. */
function goingOn(show: CardMessage, behind: CardMessage, before: Way) {
  const { here } = behind;
  const way = here ? [here, ...wayFrom(here, before)].slice(0, STEPS) : before;
  return { show: knowing(show, way), behind: knowing(behind, before) };
}

/**
 * What is shown for a button: in the place of the screen it stood on, from where there is a way back; below what stays.
 * A sentence with nothing to press stands below, unless the screen is no more.
 */
export function pressed(reply: Reply, data: ActionData): Reply {
  const way = wayIn(data);
  const behind = reply.kind === 'replace' ? reply.behind : undefined;
  // The digest would write itself over whatever took its place: how things stand now is below it, with the form at one press.
  if (behind && staysOn(data) === 'digest') return { kind: 'new', show: knowing(behind) };
  if (behind) return { ...reply, ...goingOn(reply.show, behind, way) };
  if (reply.kind === 'invalid') return { ...reply, show: knowing(reply.show, way) };
  const on = staysOn(data);
  const wanted = { isOpen: data.more !== undefined, isInFull: data.reasons === 'yes' };
  const isOnTheWay =
    way.length > 0 || data.leaves !== undefined || wanted.isOpen || data.reasons !== undefined;
  const isLedTo = on === undefined && isOnTheWay && canBePressed(reply.show);
  const takesItsPlace = on !== 'digest' && (reply.kind === 'replace' || isLedTo);
  return takesItsPlace
    ? { ...reply, kind: 'replace', show: knowing(reply.show, way, wanted) }
    : { ...reply, kind: 'new', show: knowing(reply.show) };
}
