import { isIP } from 'node:net';

/** What stands in the manifests where a school's own is to be put. */
const APP_ID = '00000000-0000-0000-0000-000000000000';
const TEAMS_SITE = 'school.example';
const TEAMS_PRIVACY = `https://${TEAMS_SITE}/privacy`;
const SLACK_SITE = 'YOUR-ADDRESS';

const isAppId = (text: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text) && text !== APP_ID;

/** The name of a host that others can reach, from how people give it: with or without https:// and a slash at the end. */
function hostOf(site: string): string | undefined {
  const url = URL.parse(site.includes('://') ? site : `https://${site}`);
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search || url.hash) return undefined;
  if (url.username || url.password || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined;
  return url.hostname.includes('.') ? url.host : undefined;
}

/** Every text in a value, put through `change`. */
function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => eachText(one, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)]));
}

/** A manifest with a school's own in it, or all that is wrong with what was said. */
export type Filled<M> = { readonly manifest: M } | { readonly faults: readonly string[] };

const SITE_FAULT = '--site: write the name of your server as others reach it, as reviews.school.example';
const PRIVACY_FAULT =
  '--privacy: write the address of your privacy notice, as https://school.example/privacy-notice';

/**
 * The Teams manifest with a school's own app id and the site that holds its privacy notice and terms of use.
 * @param appId the Microsoft App ID of the Azure Bot, a GUID
 * @param site the name of a host, with or without https://
 * @param privacy the address of the school's privacy notice; left out, it is /privacy on the site
 */
export function fillTeams<M>(manifest: M, appId: string, site: string, privacy?: string): Filled<M> {
  const host = hostOf(site);
  const notice = privacy === undefined ? undefined : URL.parse(privacy);
  const faults = [
    ...(isAppId(appId)
      ? []
      : ['--app-id: write the Microsoft App ID of your Azure Bot, 32 digits and letters in five groups']),
    ...(host ? [] : [SITE_FAULT]),
    ...(privacy === undefined || notice?.protocol === 'https:' ? [] : [PRIVACY_FAULT]),
  ];
  if (!host || faults.length > 0) return { faults };
  const change = (text: string) => {
    if (notice && text === TEAMS_PRIVACY) return notice.href;
    return text.replaceAll(APP_ID, appId.toLowerCase()).replaceAll(TEAMS_SITE, host);
  };
  return { manifest: eachText(manifest, change) as M };
}

/**
 * The Slack manifest with the address at which Slack reaches the bot.
 * @param site the name of a host, with or without https://
 */
export function fillSlack<M>(manifest: M, site: string): Filled<M> {
  const host = hostOf(site);
  if (!host) return { faults: [SITE_FAULT] };
  return { manifest: eachText(manifest, (text) => text.replaceAll(SLACK_SITE, host)) as M };
}
