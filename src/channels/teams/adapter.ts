import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import type { Authenticated, TeamsAuthentication } from './authentication.ts';
import type { Connector } from './once-only.ts';

/** The SDK's adapter, for activities that are already authenticated and for speaking first. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(authentication: TeamsAuthentication, appId: string) {
    super(authentication);
    this.#appId = appId;
  }

  /** Runs `logic` on an activity whose sender was checked. @throws what `logic` throws. */
  async run<T>(
    sender: Authenticated,
    activity: Activity,
    logic: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    const results: T[] = [];
    await this.processActivity(sender, activity, async (context) => {
      results.push(await logic(context));
    });
    const [result] = results;
    if (results.length === 0) throw new Error('the adapter did not run the turn');
    return result as T;
  }

  /** A connector to Teams in the bot's own name, outside any turn. */
  connectorTo(serviceUrl: string): Promise<Connector> {
    const claims = this.createClaimsIdentity(this.#appId);
    return this.botFrameworkAuthentication.createConnectorFactory(claims).create(serviceUrl);
  }
}
