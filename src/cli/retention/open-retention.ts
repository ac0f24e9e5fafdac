import { retentionBounds, type RetentionClassName } from '../../catalogue/index.ts';
import type { Configuration } from '../../policy/index.ts';
import type { Lifetimes, Retention } from '../../retention/index.ts';
import { countPersonRows, personTables, unsafeErasePerson } from '../../tenancy/index.ts';
import type { Invocation } from '../command.ts';
import { withInstallation } from '../options.ts';
import { openPolicyFolder } from '../policy/read-policy-folder.ts';
import { makeSequencer } from '../run-log.ts';
import type { Installation } from '../wire.ts';

/** How long what is recorded may be kept, as a policy says and, where it says nothing, by the defaults of the classes. */
export function lifetimesOf({ retention, defaultRetention, deletedConversationDays }: Configuration): Lifetimes {
  const days = Object.fromEntries(Object.entries(retention).map(([name, lifetime]) => [name, lifetime.days]));
  const classes = Object.fromEntries(
    retentionBounds.map(({ name, defaultDays }) => [name, days[name] ?? defaultDays]),
  ) as Record<RetentionClassName, number>;
  const isOfClass = (name: string): boolean => name !== 'declaration' && Object.hasOwn(classes, name);
  const exchanges = Object.fromEntries(
    Object.entries(days).filter(([name]) => name === defaultRetention || !isOfClass(name)),
  );
  return { classes, exchanges, usualExchange: defaultRetention, deletedConversationDays };
}

/** Retention on an open installation. */
export function openRetention({ tenancy, settings }: Installation, lifetimes: () => Lifetimes): Retention {
  const personRows = { count: countPersonRows, erase: unsafeErasePerson, tables: personTables };
  return { ...tenancy, sealer: tenancy.vault, lifetimes, personRows, backupDays: settings.retention.backupDays };
}

export type OpenRetention = {
  readonly retention: Retention;
  readonly installation: Installation;
  readonly tenantId: string;
};

/** Opens the installation with its policy; what waits is logged before, so that the log has begun, and after. */
export async function withRetention<T>(invocation: Invocation, work: (open: OpenRetention) => Promise<T>): Promise<T> {
  return withInstallation(invocation, async (installation) => {
    const { settings, tenant } = installation;
    const { policy } = await openPolicyFolder(invocation.terminal.language, settings.policy.folder || undefined);
    const lifetimes = lifetimesOf(policy.configuration);
    const sequencer = makeSequencer(installation, () => {});
    await sequencer.round();
    const done = await work({
      retention: openRetention(installation, () => lifetimes),
      installation,
      tenantId: tenant.id,
    });
    await sequencer.round();
    return done;
  });
}
