import { type Cut, LEFT_OUT, type Passage, type TextPart } from './passages.ts';
import type { Shown, ShownRow } from './shown.ts';
import { STYLE } from './style.ts';

/** Text as it stands in HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

/** A part of the page with a heading. */
export interface PageSection {
  readonly id: string;
  readonly heading: string;
  readonly lead?: string;
  readonly shown: Shown;
}

/** A page to be read, printed, or handed over. */
export interface Page {
  readonly title: string;
  /** What it is, for whom and as of when: a paragraph each. */
  readonly about: readonly string[];
  readonly sections: readonly PageSection[];
  /** Its mark, by which somebody says that they have looked at all of it. */
  readonly page: string;
}

/** A page as HTML: one file, with nothing fetched from anywhere and nothing that runs. */
export function htmlOf({ title, about, sections, page }: Page, cut: Cut): string {
  const open: Passage[] = [];
  const body = sections.map((one) => sectionHtml(one, cut, open)).join('\n');
  const contents = sections
    .map(({ id, heading }) => `<li><a href="#${id}">${escaped(heading)}</a></li>`)
    .join('');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1 dir="auto">${escaped(title)}</h1>
${about.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</header>
${toLookAt(open, page)}<nav aria-label="Contents"><ul>${contents}</ul></nav>
<main>
${body}
</main>
</body>
</html>
`;
}

// Each is listed once, though the same words may stand in several places.
function toLookAt(passages: readonly Passage[], page: string): string {
  const once = [...new Map(passages.map((one) => [one.id, one])).values()];
  if (once.length === 0) return '';
  const lines = once.map(
    ({ id, why, text }) =>
      `<li><a href="#p-${id}"><code>${id}</code></a> (${escaped(why)}): <span dir="auto">${escaped(text.trim())}</span></li>`,
  );
  return `<aside>
<h2>Not to be handed over yet: ${once.length === 1 ? 'a passage' : `${once.length} passages`} to look at</h2>
<p>They may be about somebody else: another child, or an adult who is neither of the family nor there in their work; or about somebody’s safety, which is the safeguarding lead’s to decide. Nothing was cut. Say of each what is to become of it, by its mark, and make the copy again: it then has neither this list nor the marks. The mark of this page, which stands for all that is on it: <code>${page}</code>.</p>
<ul>${lines.join('\n')}</ul>
</aside>
`;
}

const sectionHtml = ({ id, heading, lead, shown }: PageSection, cut: Cut, open: Passage[]) =>
  `<section id="${id}"><h2 dir="auto">${escaped(heading)}</h2>${lead ? `<p>${escaped(lead)}</p>` : ''}${valueHtml(shown, cut, open)}</section>`;

function valueHtml(shown: Shown, cut: Cut, open: Passage[]): string {
  if (shown.is === 'text') return textHtml(shown.typed ? cut(shown.text) : [shown.text], open);
  if (shown.is === 'list') {
    if (shown.items.length === 0) return '<p class="none">None</p>';
    if (shown.items.every((one) => one.is === 'text'))
      return `<ul>${shown.items.map((one) => `<li>${valueHtml(one, cut, open)}</li>`).join('')}</ul>`;
    return `<ol>${shown.items.map((one) => `<li>${valueHtml(one, cut, open)}</li>`).join('')}</ol>`;
  }
  const { rows } = shown;
  if (rows.length === 0) return '<p class="none">None</p>';
  const [author, rest] = authorOf(rows);
  const mark = textOf(rows, 'id');
  const list = rest
    .filter(({ name }) => name !== 'id' || mark === undefined)
    .map(
      ({ called, calledTyped, value }) =>
        `<dt dir="auto">${calledTyped ? textHtml(cut(called), open) : escaped(called)}</dt><dd>${valueHtml(value, cut, open)}</dd>`,
    );
  const soft = mark === undefined ? '' : `<p class="author">Kept under ${escaped(mark)}</p>`;
  return `${list.length > 0 ? `<dl>${list.join('')}</dl>` : ''}${author}${soft}`;
}

function textOf(rows: readonly ShownRow[], name: string): string | undefined {
  const value = rows.find((row) => row.name === name)?.value;
  return value?.is === 'text' ? value.text : undefined;
}

/** Who recorded it and when, below what was recorded; and the other rows. */
function authorOf(rows: readonly ShownRow[]): readonly [string, readonly ShownRow[]] {
  const name = ['by', 'recordedBy', 'decidedBy'].find((one) => textOf(rows, one) !== undefined);
  const [by, at] = [name && textOf(rows, name), textOf(rows, 'at')];
  if (by === undefined || at === undefined) return ['', rows];
  const author = `<p class="author" dir="auto">${by === '' ? 'By a list that was brought in' : `By ${escaped(by)}`}, ${escaped(at)}</p>`;
  return [author, rows.filter((row) => row.name !== name && row.name !== 'at')];
}

function textHtml(parts: readonly TextPart[], open: Passage[]): string {
  const inner = parts.map((part) => {
    if (typeof part === 'string') return escaped(part);
    if (part.decided === 'keep') return escaped(part.text);
    if (part.decided === 'leave-out') return `<i class="out">${escaped(LEFT_OUT)}</i> `;
    const isFirst = !open.some(({ id }) => id === part.id);
    open.push(part);
    return `<mark${isFirst ? ` id="p-${part.id}"` : ''}>${escaped(part.text)}<sup>${part.id}</sup></mark>`;
  });
  return `<span class="text" dir="auto">${inner.join('')}</span>`;
}
