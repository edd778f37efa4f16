import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata.js';
import { z } from 'zod';
import type { TeamsIdentity } from './identity.ts';
import { type ConnectorFactory, onceOnly } from './once-only.ts';
import { keyIdIn, mayBeOurs } from './token.ts';

/** The Bot Framework's endpoints, by its own names for them: all, because with some missing it mixes two clouds. */
export interface Endpoints {
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly OAuthUrl: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
}

type Sdk = ConfigurationBotFrameworkAuthentication;
type Settings = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
export type CredentialsFactory = NonNullable<Settings[1]>;
export type Authenticated = Awaited<ReturnType<Sdk['authenticateRequest']>>;

// Microsoft's own, where no other endpoints are given.
const CHANNEL = 'https://api.botframework.com';
const KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const LOGIN = 'https://login.microsoftonline.com/botframework.com';

/** The SDK's authentication, with connectors that send once, and only the channel's own issuer. */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #identity: TeamsIdentity;
  readonly #endpoints: Endpoints | undefined;
  readonly #credentials: CredentialsFactory;
  readonly #timeoutMs: number;
  /** The channel's keys, kept for a day as the SDK keeps its own. */
  readonly #keys: OpenIdMetadata;

  constructor(
    identity: TeamsIdentity,
    timeoutMs: number,
    endpoints?: Endpoints,
    credentials?: CredentialsFactory,
  ) {
    const settings = settingsOf(identity);
    const factory = credentials ?? new ConfigurationServiceClientCredentialFactory(settings);
    super({ ...settings, ...endpoints }, factory);
    this.#identity = identity;
    this.#endpoints = endpoints;
    this.#credentials = factory;
    this.#timeoutMs = timeoutMs;
    this.#keys = new OpenIdMetadata(endpoints?.ToBotFromChannelOpenIdMetadataUrl ?? KEYS);
  }

  get #issuer(): string {
    return this.#endpoints?.ToBotFromChannelTokenIssuer ?? CHANNEL;
  }

  /** Whether a request may be Microsoft's, by what its token says of itself: looked at before anything else of it is. */
  mayBeOurs(header: string): boolean {
    if (this.#identity.kind === 'playground') return true;
    const { appId, tenantId } = this.#identity;
    return mayBeOurs(header, { issuer: this.#issuer, appId, tenantId }, Date.now());
  }

  /** @throws when the token is not one that Microsoft's channel signed for this bot and this activity. */
  override async authenticateRequest(...[activity, header]: Parameters<Sdk['authenticateRequest']>) {
    const result = await super.authenticateRequest(activity, header);
    // The SDK takes the Emulator's and other bots' tokens too; nobody of that kind has any business here.
    if (this.#identity.kind === 'app') {
      if (result.claimsIdentity.getClaimValue('iss') !== this.#issuer)
        throw new Error('not a token of the channel');
      // The SDK lets a key by that is endorsed for no chat at all.
      const key = await this.#keys.getKey(keyIdIn(header) ?? '');
      if (!key?.endorsements?.includes('msteams')) throw new Error('not a key of Teams');
    }
    const { connectorFactory } = result;
    return connectorFactory
      ? { ...result, connectorFactory: onceOnly(connectorFactory, this.#timeoutMs) }
      : result;
  }

  override createConnectorFactory(claims: Parameters<Sdk['createConnectorFactory']>[0]): ConnectorFactory {
    return onceOnly(super.createConnectorFactory(claims), this.#timeoutMs);
  }

  /**
   * Makes sure there is a token to speak to Teams with; the SDK keeps it until shortly before it ends.
   * @throws when Microsoft gives none.
   */
  async haveToken(): Promise<void> {
    if (this.#identity.kind === 'playground') return;
    const credentials: unknown = await this.#credentials.createCredentials(
      this.#identity.appId,
      this.#endpoints?.ToChannelFromBotOAuthScope ?? CHANNEL,
      this.#endpoints?.ToChannelFromBotLoginUrl ?? LOGIN,
      true,
    );
    if (!speaker.safeParse(credentials).success) throw new Error('these credentials give no tokens');
    await (credentials as z.infer<typeof speaker>).getToken();
  }
}

const speaker = z.object({ getToken: z.custom<() => Promise<string>>((it) => typeof it === 'function') });

/** @throws when the identity is incomplete: without an app id the SDK would quietly let everybody in. */
function settingsOf(identity: TeamsIdentity): Settings[0] {
  if (identity.kind === 'playground') {
    if (process.env.NODE_ENV === 'production') {
      throw new Error('the Teams playground takes unsigned activities and must not run in production');
    }
    return {};
  }
  const { appId, tenantId, type } = identity;
  if (!appId || !tenantId || (identity.type === 'SingleTenant' && !identity.password)) {
    throw new Error('the Teams identity is incomplete');
  }
  return {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: type,
    ...(identity.type === 'SingleTenant' ? { MicrosoftAppPassword: identity.password } : {}),
  };
}
