/** Who the bot is to Microsoft: an Entra app registration behind an Azure Bot, of one tenant. */
export type TeamsIdentity =
  | {
      readonly kind: 'app';
      readonly appId: string;
      readonly tenantId: string;
      readonly type: 'SingleTenant';
      readonly password: string;
    }
  /** No password: the machine itself holds the identity (Azure only). */
  | {
      readonly kind: 'app';
      readonly appId: string;
      readonly tenantId: string;
      readonly type: 'UserAssignedMsi';
    }
  /** Takes unsigned activities, from this machine only, for Microsoft's Agents Playground. */
  | { readonly kind: 'playground' };
