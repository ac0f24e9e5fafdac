import type { FollowedEntry } from '../../ledger/index.ts';
import type { ApiParts, ComplianceParts, DataSecurityParts, Metadata, NetworkParts, OcsfEvent } from './event.ts';

/** Pseudonyms of persons and names of workspaces by their ids. No name of a person is ever among them. */
export type Names = { readonly persons: ReadonlyMap<string, string>; readonly workspaces: ReadonlyMap<string, string> };

/** What an entry of the log is mapped with. */
export type EventContext = {
  readonly entry: Pick<FollowedEntry, 'id' | 'seq' | 'kind' | 'recordedAt'>;
  readonly tenantId: string;
  readonly names: Names;
  /** octroi's own version. */
  readonly version: string;
  /** Whether events tell the paths of files, with home folders masked. */
  readonly hasPaths: boolean;
};

const schemaVersion = '1.8.0';

const severities = { 0: 'Unknown', 1: 'Informational', 2: 'Low', 3: 'Medium', 4: 'High', 5: 'Critical' } as const;

export type Severity = keyof typeof severities;

const apiActivities = { 0: 'Unknown', 1: 'Create', 2: 'Read', 3: 'Update', 4: 'Delete', 99: 'Other' } as const;
/** Network activities: Open, Close, Fail, Refuse, Traffic. */
const networkActivities = { 1: 'Open', 2: 'Close', 4: 'Fail', 5: 'Refuse', 6: 'Traffic' } as const;
const findingActivities = { 1: 'Create', 2: 'Update', 3: 'Close' } as const;

export type ApiActivity = keyof typeof apiActivities;
export type NetworkActivity = keyof typeof networkActivities;
export type FindingActivity = keyof typeof findingActivities;

/** What every event says beside its class's own: how grave it is, in a few words, and how it is linked to others. */
export type Telling = {
  readonly severity: Severity;
  /** Codes, never a sentence: systems outside filter by it, and people read it there in every language. */
  readonly message: string;
  readonly correlation?: string | undefined;
  readonly profiles?: readonly string[];
  readonly labels?: readonly string[];
  readonly isTruncated?: boolean;
};

type More = Pick<OcsfEvent, 'resources' | 'unmapped'> & Partial<OcsfEvent>;

/** An API Activity (6003). */
export function apiActivity(
  context: EventContext,
  telling: Telling & { readonly activity: ApiActivity },
  parts: ApiParts & More,
): OcsfEvent {
  const name = apiActivities[telling.activity];
  const sort = { category: 6, categoryName: 'Application Activity', class: 6003, className: 'API Activity' };
  return { ...base(context, telling, { ...sort, activity: telling.activity, name }), ...parts };
}

/** A Network Activity (4001). */
export function networkActivity(
  context: EventContext,
  telling: Telling & { readonly activity: NetworkActivity },
  parts: NetworkParts & More,
): OcsfEvent {
  const name = networkActivities[telling.activity];
  const sort = { category: 4, categoryName: 'Network Activity', class: 4001, className: 'Network Activity' };
  return { ...base(context, telling, { ...sort, activity: telling.activity, name }), ...parts };
}

/** A Data Security Finding (2006). */
export function dataSecurityFinding(
  context: EventContext,
  telling: Telling,
  parts: DataSecurityParts & More,
): OcsfEvent {
  const sort = { category: 2, categoryName: 'Findings', class: 2006, className: 'Data Security Finding' };
  return { ...base(context, telling, { ...sort, activity: 1, name: findingActivities[1] }), ...parts };
}

/** A Compliance Finding (2003). */
export function complianceFinding(
  context: EventContext,
  telling: Telling & { readonly activity: FindingActivity },
  parts: ComplianceParts & More,
): OcsfEvent {
  const name = findingActivities[telling.activity];
  const sort = { category: 2, categoryName: 'Findings', class: 2003, className: 'Compliance Finding' };
  return { ...base(context, telling, { ...sort, activity: telling.activity, name }), ...parts };
}

type Sort = {
  readonly category: number;
  readonly categoryName: string;
  readonly class: number;
  readonly className: string;
  readonly activity: number;
  readonly name: string;
};

function base(context: EventContext, telling: Telling, sort: Sort): OcsfEvent {
  const { severity, message } = telling;
  return {
    activity_id: sort.activity,
    activity_name: sort.name,
    category_uid: sort.category,
    category_name: sort.categoryName,
    class_uid: sort.class,
    class_name: sort.className,
    type_uid: sort.class * 100 + sort.activity,
    type_name: `${sort.className}: ${sort.name}`,
    severity_id: severity,
    severity: severities[severity],
    time: Date.parse(context.entry.recordedAt),
    message: `${context.entry.kind}${message === '' ? '' : `: ${message}`}`,
    metadata: metadata(context, telling, sort.class),
  };
}

function metadata({ entry, tenantId, version }: EventContext, telling: Telling, classUid: number): Metadata {
  const { correlation, profiles, labels, isTruncated } = telling;
  return {
    version: schemaVersion,
    product: { name: 'octroi', vendor_name: 'octroi', version },
    // The same whenever it is sent again, and another for each event of one record.
    uid: `${entry.id}/${classUid}`,
    original_event_uid: entry.id,
    event_code: entry.kind,
    sequence: entry.seq,
    tenant_uid: tenantId,
    log_name: 'ledger',
    log_provider: 'octroi',
    original_time: entry.recordedAt,
    correlation_uid: correlation,
    profiles,
    labels,
    is_truncated: isTruncated ? true : undefined,
  };
}
