import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

export type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

/** Something went wrong after the request was handed to the network: whether it arrived is not known. */
export class Lost extends Error {}

interface WireRequest {
  timeout: number;
}
interface Policy {
  readonly name: string;
  sendRequest(request: WireRequest, next: (request: WireRequest) => Promise<unknown>): Promise<unknown>;
}
interface Pipeline {
  removePolicy(which: { name: string }): readonly unknown[];
  addPolicy(policy: Policy, where: { afterPhase: 'Sign' }): void;
}

// Failures in which no connection was made, so that nothing can have been sent.
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

function wire(timeoutMs: number): Policy {
  return {
    name: 'finiteAndHonest',
    async sendRequest(request, next) {
      request.timeout = timeoutMs;
      try {
        return await next(request);
      } catch (error) {
        if (NEVER_CONNECTED.has(String(codeOf(error)))) throw error;
        throw new Lost('the connection to Teams was lost', { cause: error });
      }
    },
  };
}

/**
 * A factory whose connectors send every request exactly once. Left alone they resend on resets and 5xx (four times,
 * measured), whatever their options say, and Teams has no key by which to know a repeat.
 * @throws from `create` when the connector can't be so restrained.
 */
export function onceOnly(factory: ConnectorFactory, timeoutMs: number): ConnectorFactory {
  return {
    async create(serviceUrl, audience) {
      const connector = await factory.create(serviceUrl, audience);
      const pipeline = pipelineOf(connector);
      if (pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length === 0) {
        throw new Error('the connector would resend messages by itself');
      }
      pipeline.removePolicy({ name: 'redirectPolicy' });
      pipeline.addPolicy(wire(timeoutMs), { afterPhase: 'Sign' });
      return connector;
    },
  };
}

function pipelineOf(connector: Connector): Pipeline {
  const client: unknown = Reflect.get(connector, 'client');
  if (typeof client === 'object' && client !== null && 'pipeline' in client && isPipeline(client.pipeline)) {
    return client.pipeline;
  }
  throw new Error('the connector has no pipeline to restrain');
}

function isPipeline(value: unknown): value is Pipeline {
  return typeof value === 'object' && value !== null && 'removePolicy' in value && 'addPolicy' in value;
}
