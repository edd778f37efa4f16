import type { Page } from 'playwright-core';

/** The head and the box to type in stay on screen, and nothing is wider than it: only the chat scrolls. */
export async function staysInPlace(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(`
    document.documentElement.scrollHeight <= innerHeight &&
    document.body.scrollHeight <= innerHeight &&
    document.documentElement.scrollWidth <= innerWidth &&
    document.documentElement.scrollTop === 0 && document.body.scrollTop === 0 &&
    [...document.querySelectorAll('.panel:not([hidden]) *')].every(
      (one) => one.closest('.visually-hidden') || one.getBoundingClientRect().right <= innerWidth + 1,
    )`);
}

/**
 * Every text of the page's chats (the hidden ones, too) whose colour differs too little from what is behind it to be
 * read: below 4.5 to 1 (WCAG 2.2 AA). "text: ratio" for each kind of it.
 */
export async function tooFaint(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgb = (colour) => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) =>
      [r, g, b]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = (element) => {
      for (let one = element; one; one = one.parentElement) {
        const colour = rgb(getComputedStyle(one).backgroundColor);
        if (colour[3] === 255) return colour;
      }
      return [255, 255, 255];
    };
    const faint = new Set();
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
      if (!own || element.closest('.visually-hidden, .skip, script, noscript, option')) continue;
      const [a, b] = [light(rgb(getComputedStyle(element).color)), light(behind(element))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) faint.add(element.textContent.trim().slice(0, 40) + ': ' + ratio.toFixed(1));
    }
    return [...faint];
  })()`);
}
