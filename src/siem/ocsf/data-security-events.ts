import type { DeclaredFinding, ExchangeDeclared, HookAnswered } from '../../ledger/index.ts';
import { senderActor, workstation } from './actors.ts';
import type { DataSecurityParts, OcsfEvent } from './event.ts';
import { dataSecurityFinding, type EventContext, type Severity } from './make-event.ts';
import { control, newFinding } from './outcomes.ts';
import { fileOf, partResources } from './part-resource.ts';

type Found = Pick<DeclaredFinding, 'detector' | 'kind' | 'class'>;

const profiles = ['security_control'];

/** What was found in a declaration, or stopped it: one finding, or none. */
export function declarationFinding(context: EventContext, record: ExchangeDeclared): readonly OcsfEvent[] {
  const { parts, verdict, reasons, exchangeId } = record;
  const found = parts.flatMap(({ findings }) => findings ?? []);
  if (found.length === 0 && verdict !== 'block') return [];
  const touched = parts.filter(({ findings }) => findings);
  const hasLeft = found.some(({ handling }) => handling === 'kept');
  const severity = severityOf({ verdict, found, hasLeft });
  const { resources, isTruncated } = partResources(context, touched);
  const telling = {
    severity,
    message: [verdict, ...reasons].join(' '),
    correlation: exchangeId,
    profiles,
    isTruncated,
  };
  return [
    dataSecurityFinding(context, telling, {
      ...newFinding,
      ...control(verdict, record.policy?.version),
      is_alert: severity >= 3,
      actor: senderActor(context, record.sender, record.client),
      src_endpoint: workstation(record.client),
      ...findingParts(context, found),
      file: fileOf(context, touched.find(({ path }) => path !== undefined)?.path),
      resources,
      unmapped: { reasons },
    }),
  ];
}

/** What a hook found before its tool ran or its prompt was sent: one finding, or none. */
export function hookFinding(context: EventContext, record: HookAnswered): readonly OcsfEvent[] {
  const { findings, verdict, reasons, sender, client } = record;
  if (findings.length === 0) return [];
  const severity = severityOf({ verdict, found: findings, hasLeft: false });
  const telling = { severity, message: [record.event, verdict, ...reasons].join(' '), profiles };
  return [
    dataSecurityFinding(context, telling, {
      ...newFinding,
      ...control(verdict),
      is_alert: severity >= 3,
      ...(sender ? { actor: senderActor(context, sender, client) } : {}),
      src_endpoint: workstation(client),
      ...findingParts(context, findings),
      file: fileOf(context, record.path),
      unmapped: { reasons, hook_event: record.event, tool: record.tool },
    }),
  ];
}

type Gravity = {
  readonly verdict: HookAnswered['verdict'];
  readonly found: readonly Found[];
  readonly hasLeft: boolean;
};

// A secret that was replaced in time is a remark; one that was stopped, or left as it was, is somebody's work today.
function severityOf({ verdict, found, hasLeft }: Gravity): Severity {
  if (verdict === 'redact') return hasLeft ? 3 : 2;
  return found.some((each) => each.class === 'secret') ? 4 : 3;
}

const categories = {
  secret: { category_id: 6, category: 'Security' },
  personal: { category_id: 1, category: 'Personal' },
  dictionary: { category_id: 4, category: 'Business' },
} as const;

// Of the standard's systems the one that looks at traffic on its way out, where it leaves the network.
const secureWebGateway = 5;
const inTransit = 2;

function findingParts(context: EventContext, found: readonly Found[]): DataSecurityParts {
  const classes = [...new Set(found.map((each) => each.class))];
  const [only] = classes;
  const category = only && classes.length === 1 ? categories[only] : { category_id: 99, category: 'Other' };
  const detectors = [...new Set(found.map(({ detector }) => detector))];
  return {
    finding_info: {
      uid: context.entry.id,
      title:
        classes.map((each) => `${each} ×${found.filter((one) => one.class === each).length}`).join(', ') || 'blocked',
      types: [...new Set(found.map(({ kind }) => kind))],
      created_time: Date.parse(context.entry.recordedAt),
    },
    data_security: {
      ...category,
      data_lifecycle_state_id: inTransit,
      detection_system_id: secureWebGateway,
      detection_pattern: detectors.length === 0 ? undefined : detectors.join(','),
    },
  };
}
