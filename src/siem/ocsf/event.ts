import type { Json } from '../../base/index.ts';

/*
 * Events as the Open Cybersecurity Schema Framework 1.8.0 (2026-03-16) spells them: https://schema.ocsf.io/1.8.0/.
 * Members keep the names of the standard. Of each object only what octroi fills is here.
 */

type Named = { readonly uid?: string | undefined; readonly name?: string | undefined };

export type User = Named & {
  readonly type_id?: number;
  readonly groups?: readonly Named[];
  readonly programmatic_credentials?: readonly { readonly uid: string; readonly type: string }[];
};

export type Actor = {
  readonly user?: User;
  readonly session?: { readonly uid: string } | undefined;
  readonly app_name?: string | undefined;
};

export type Endpoint = { readonly uid?: string | undefined; readonly svc_name: string; readonly owner?: User };

export type Resource = Named & {
  readonly type: string;
  readonly owner?: User;
  readonly data?: { readonly [key: string]: Json | undefined };
};

export type Metadata = {
  readonly version: string;
  readonly product: { readonly name: string; readonly vendor_name: string; readonly version: string };
  readonly uid: string;
  readonly original_event_uid: string;
  readonly event_code: string;
  readonly sequence: number;
  readonly tenant_uid: string;
  readonly log_name: string;
  readonly log_provider: string;
  readonly original_time: string;
  readonly correlation_uid?: string | undefined;
  readonly profiles?: readonly string[] | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly is_truncated?: true | undefined;
};

/** What a control did: the profile `security_control`. */
export type Control = {
  readonly action_id: number;
  readonly action: string;
  readonly disposition_id: number;
  readonly disposition: string;
  readonly is_alert?: boolean;
  readonly policy?: { readonly name: string; readonly version: string } | undefined;
};

export type Status = {
  readonly status_id: number;
  readonly status: string;
  readonly status_code?: string | undefined;
  readonly status_detail?: string | undefined;
};

type Base = {
  readonly activity_id: number;
  readonly activity_name: string;
  readonly category_uid: number;
  readonly category_name: string;
  readonly class_uid: number;
  readonly class_name: string;
  readonly type_uid: number;
  readonly type_name: string;
  readonly severity_id: number;
  readonly severity: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly message: string;
  readonly metadata: Metadata;
  readonly resources?: readonly Resource[] | undefined;
  readonly unmapped?: { readonly [key: string]: Json | undefined } | undefined;
} & Partial<Control> &
  Partial<Status>;

export type ApiParts = {
  readonly actor: Actor;
  readonly src_endpoint: Endpoint;
  readonly api: {
    readonly operation: string;
    readonly service?: Named;
    readonly request?: { readonly uid: string };
    readonly response?: { readonly code?: number | undefined; readonly error?: string | undefined };
  };
  readonly http_request?: {
    readonly http_method: string;
    readonly url: { readonly path: string };
    readonly user_agent?: string | undefined;
    readonly body_length?: number;
  };
  readonly http_response?: { readonly code: number; readonly body_length: number };
  readonly ai_model?: { readonly name: string; readonly ai_provider: string } | undefined;
  readonly message_context?: {
    readonly uid?: string | undefined;
    readonly service: Named;
    readonly prompt_tokens?: number;
    readonly completion_tokens?: number;
    readonly total_tokens?: number;
  };
  readonly duration?: number;
};

export type NetworkParts = {
  readonly src_endpoint: Endpoint;
  readonly dst_endpoint?: { readonly hostname?: string; readonly port: number; readonly svc_name?: string | undefined };
  readonly connection_info: {
    readonly uid: string;
    readonly direction_id: 2;
    readonly direction: 'Outbound';
    readonly protocol_name: 'tcp';
    readonly protocol_num: 6;
  };
  readonly traffic?: { readonly bytes_out: number; readonly bytes_in: number; readonly bytes: number };
  readonly duration?: number;
};

export type FindingParts = {
  readonly finding_info: {
    readonly uid: string;
    readonly title: string;
    readonly types: readonly string[];
    readonly created_time: number;
  };
};

export type DataSecurityParts = FindingParts & {
  readonly actor?: Actor;
  readonly src_endpoint?: Endpoint;
  readonly file?: { readonly name: string; readonly path: string; readonly type_id: number } | undefined;
  readonly data_security: {
    readonly category_id: number;
    readonly category: string;
    readonly data_lifecycle_state_id: number;
    readonly detection_system_id: number;
    readonly detection_pattern?: string | undefined;
  };
};

export type ComplianceParts = FindingParts & {
  readonly compliance: {
    readonly control: string;
    readonly standards: readonly string[];
    readonly status_id: number;
    readonly status: string;
    readonly status_details?: readonly string[];
  };
};

/** One event, ready to be written as JSON. Members that are undefined are left out there. */
export type OcsfEvent = Base &
  Partial<ApiParts> &
  Partial<NetworkParts> &
  Partial<DataSecurityParts> &
  Partial<ComplianceParts>;
