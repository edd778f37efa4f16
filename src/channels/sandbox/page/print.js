import { api } from './api.js';
import { drawCard } from './card.js';

const sheet = document.getElementById('print');

// More pages than this no record has; what went on for ever would never be printed.
const MOST_PAGES = 40;

/** Whether the card is one of several pages, perhaps, of what is wanted on paper whole. */
export const canPrintWhole = ({ here, form }) => here?.do === 'show' && here.screen === 'record' && !form;

/** The data of every button that stands anywhere in a part of a card. */
function sendsIn(part) {
  if (typeof part !== 'object' || part === null) return [];
  const own = part.data?.send ? [part.data.send] : [];
  return [...own, ...Object.values(part).flatMap(sendsIn)];
}

const pageNumber = (about) => Number(/^page-(\d+)$/.exec(about ?? '')?.[1] ?? 0);

async function allPages(person, { here }) {
  const { about: _, ...first } = here;
  const pages = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { show } = await api.look(person, page === 1 ? first : { ...first, about: `page-${page}` });
    pages.push(show);
    const goesOn = sendsIn(show.card).some(
      ({ screen, about }) => screen === first.screen && pageNumber(about) === page + 1,
    );
    if (!goesOn) break;
  }
  return pages;
}

/** Prints the card with all its pages, as they are now; `trouble` is told when they can't be had. */
export async function printWhole(person, show, trouble) {
  try {
    const pages = await allPages(person, show);
    sheet.replaceChildren(...pages.map((page) => drawCard(page, {}, () => {})));
    trouble();
    window.print();
  } catch (error) {
    trouble(error.message);
  }
}

/** The card that takes up most of what is in view. */
function inView() {
  const shown = [...document.querySelectorAll('.panel:not([hidden]) .message.from-bot')].map((article) => {
    const { top, bottom } = article.getBoundingClientRect();
    return { article, seen: Math.min(bottom, innerHeight) - Math.max(top, 0) };
  });
  return shown.sort((a, b) => b.seen - a.seen)[0]?.article;
}

// By the browser's own "Print": what one looks at, and not the whole chat with everybody in it.
addEventListener('beforeprint', () => inView()?.classList.add('on-paper'));
addEventListener('afterprint', () => {
  for (const article of document.querySelectorAll('.on-paper')) article.classList.remove('on-paper');
  sheet.replaceChildren();
});
