import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Route } from '../../app/http.ts';
import { guarded } from './guard.ts';

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

// Nothing is fetched from elsewhere, and nothing runs that isn't one of these files.
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_FILES = [
  'api.js',
  'app.js',
  'begin.js',
  'card.js',
  'cards.css',
  'chat.js',
  'clock.js',
  'combobox.js',
  'drafts.js',
  'errors.js',
  'host-config.js',
  'icon.svg',
  'labels.js',
  'people.js',
  'print.css',
  'print.js',
  'search-input.js',
  'style.css',
  'theme.css',
  'words.js',
];

function file(path: string, type: keyof typeof TYPES, source: URL | string): Route {
  const content = readFileSync(source);
  return {
    method: 'GET',
    path,
    handle: guarded((_request, response) => {
      response.setHeader('content-type', TYPES[type]);
      response.setHeader('content-security-policy', CONTENT_POLICY);
      response.setHeader('cache-control', 'no-cache');
      response.end(content);
    }),
  };
}

/** The page and all it is made of. Microsoft's renderer comes from its own package, as published. */
export function assetRoutes(): Route[] {
  const page = (name: string) => new URL(`./page/${name}`, import.meta.url);
  const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  return [
    file('/', 'html', page('index.html')),
    file('/sandbox/adaptivecards.js', 'js', renderer),
    ...PAGE_FILES.map((name) =>
      file(`/sandbox/${name}`, name.split('.').at(-1) as keyof typeof TYPES, page(name)),
    ),
  ];
}
