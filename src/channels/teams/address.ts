import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Contact } from '../../domain/school/contact.ts';
import { LOOPBACK_HOSTS } from '../sent-file.ts';
import { isPrivate } from './activity.ts';

/** How to reach somebody 1:1: kept in their contact. Without `conversation` it is opened when first needed. */
export interface Address {
  readonly serviceUrl: string;
  /** The bot's own id in Teams. */
  readonly bot: string;
  readonly conversation?: string | undefined;
}

const schema: z.ZodType<Address> = z.object({
  serviceUrl: z.string(),
  bot: z.string(),
  conversation: z.string().optional(),
});

/** The address kept in a contact; undefined when there is none. */
export function addressOf(contact: Contact): Address | undefined {
  return schema.safeParse(contact.address).data;
}

/** The address of who acted, as this activity shows it; what `known` says is kept where it shows nothing. */
export function addressFrom(activity: Activity, known?: Address): Address {
  const conversation = isPrivate(activity) ? activity.conversation.id : known?.conversation;
  return {
    serviceUrl: activity.serviceUrl,
    bot: activity.recipient.id,
    ...(conversation === undefined ? {} : { conversation }),
  };
}

/** Teams' public cloud, which schools in England are in. */
export const MICROSOFT_HOSTS: readonly string[] = ['smba.trafficmanager.net'];

/** Whether the bot's token may be sent to `serviceUrl`: a host of the list, on TLS unless it is this machine. */
export function mayCall(serviceUrl: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '' || !hosts.includes(hostname)) return false;
  if (LOOPBACK_HOSTS.includes(hostname)) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && port === '';
}
