/*
 * The classes and objects of OCSF 1.8.0 that octroi's events use, transcribed from the attribute tables of the schema
 * (github.com/ocsf/ocsf-schema, Apache-2.0; compiled 1.8.0-dev, read 2026-11-26). Attributes that octroi does not fill
 * are left out, which makes this narrower than the standard, never wider: every attribute here is one of the standard's,
 * of its type, and what the standard requires is required.
 *
 * `name:type`, `!` required, `[]` an array, `@x` the object x, `#x` the enumeration x.
 */

export type Table = { readonly attributes: string; readonly atLeastOne?: readonly string[] };

const base = `activity_name:string category_name:string category_uid:int! class_name:string class_uid:int!
  duration:int message:string metadata:@metadata! severity:string severity_id:#severity_id! status:string
  status_code:string status_detail:string time:timestamp! type_name:string type_uid:int! unmapped:json
  action:string action_id:#action_id disposition:string disposition_id:#disposition_id is_alert:bool policy:@policy`;

const finding = `activity_id:#finding_activity_id! status_id:#finding_status_id finding_info:@finding_info!
  resources:@resource_details[]`;

export const classes: Readonly<Record<number, { readonly category: number; readonly table: Table }>> = {
  6003: {
    category: 6,
    table: {
      attributes: `${base} activity_id:#api_activity_id! status_id:#status_id actor:@actor! api:@api!
        src_endpoint:@network_endpoint! dst_endpoint:@network_endpoint http_request:@http_request
        http_response:@http_response resources:@resource_details[] ai_model:@ai_model message_context:@message_context`,
    },
  },
  2006: {
    category: 2,
    table: {
      attributes: `${base} ${finding} actor:@actor data_security:@data_security file:@file
        src_endpoint:@network_endpoint dst_endpoint:@network_endpoint`,
    },
  },
  4001: {
    category: 4,
    table: {
      attributes: `${base} activity_id:#network_activity_id! status_id:#status_id src_endpoint:@network_endpoint
        dst_endpoint:@network_endpoint connection_info:@network_connection_info traffic:@network_traffic`,
    },
  },
  2003: { category: 2, table: { attributes: `${base} ${finding} compliance:@compliance!` } },
};

const entity = ['name', 'uid'];

export const objects: Readonly<Record<string, Table>> = {
  metadata: {
    attributes: `correlation_uid:string event_code:string is_truncated:bool labels:string[] log_name:string
      log_provider:string original_event_uid:string original_time:string product:@product! profiles:string[]
      sequence:int tenant_uid:string uid:string version:string!`,
  },
  product: { attributes: 'name:string uid:string vendor_name:string version:string', atLeastOne: entity },
  policy: { attributes: 'name:string type:string uid:string version:string', atLeastOne: ['name', 'type', 'uid'] },
  actor: {
    attributes: 'app_name:string app_uid:string session:@session user:@user',
    atLeastOne: ['user', 'session', 'app_name', 'app_uid'],
  },
  session: { attributes: 'uid:string' },
  user: {
    attributes: `groups:@group[] name:string programmatic_credentials:@programmatic_credential[] type:string
      type_id:#user_type_id uid:string`,
    atLeastOne: entity,
  },
  group: { attributes: 'name:string uid:string', atLeastOne: entity },
  programmatic_credential: { attributes: 'type:string uid:string!' },
  network_endpoint: {
    attributes: 'hostname:string name:string owner:@user port:int svc_name:string uid:string',
    atLeastOne: ['uid', 'name', 'hostname', 'svc_name'],
  },
  network_connection_info: {
    attributes: 'direction:string direction_id:#direction_id! protocol_name:string protocol_num:int uid:string',
  },
  network_traffic: { attributes: 'bytes:int bytes_in:int bytes_out:int packets:int' },
  api: { attributes: 'operation:string! request:@request response:@response service:@service version:string' },
  request: { attributes: 'uid:string!' },
  response: { attributes: 'code:int error:string error_message:string message:string' },
  service: { attributes: 'name:string uid:string version:string', atLeastOne: entity },
  http_request: { attributes: 'body_length:int http_method:#http_method url:@url user_agent:string uid:string' },
  http_response: { attributes: 'body_length:int code:int!' },
  url: { attributes: 'hostname:string path:string url_string:string', atLeastOne: ['url_string', 'path'] },
  ai_model: { attributes: 'ai_provider:string! name:string! uid:string version:string' },
  message_context: {
    attributes: `completion_tokens:int name:string prompt_tokens:int service:@service total_tokens:int uid:string`,
    atLeastOne: ['service'],
  },
  resource_details: { attributes: 'data:json labels:string[] name:string owner:@user type:string uid:string' },
  finding_info: { attributes: 'created_time:timestamp desc:string title:string types:string[] uid:string!' },
  data_security: {
    attributes: `category:string category_id:#data_category_id data_lifecycle_state:string
      data_lifecycle_state_id:#data_lifecycle_state_id detection_pattern:string detection_system:string
      detection_system_id:#detection_system_id policy:@policy`,
    atLeastOne: ['data_lifecycle_state_id', 'detection_pattern', 'detection_system_id', 'policy'],
  },
  file: { attributes: 'name:string! path:string type_id:#file_type_id! uid:string' },
  compliance: {
    attributes: `control:string desc:string requirements:string[] standards:string[] status:string status_code:string
      status_details:string[] status_id:#compliance_status_id`,
  },
};

/** The captions of enumerations, which the sibling attribute without `_id` must repeat. */
export const enumerations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  severity_id: { 0: 'Unknown', 1: 'Informational', 2: 'Low', 3: 'Medium', 4: 'High', 5: 'Critical', 6: 'Fatal' },
  status_id: { 0: 'Unknown', 1: 'Success', 2: 'Failure' },
  finding_status_id: {
    0: 'Unknown',
    1: 'New',
    2: 'In Progress',
    3: 'Suppressed',
    4: 'Resolved',
    5: 'Archived',
    6: 'Deleted',
  },
  compliance_status_id: { 0: 'Unknown', 1: 'Pass', 2: 'Warning', 3: 'Fail' },
  action_id: { 0: 'Unknown', 1: 'Allowed', 2: 'Denied' },
  disposition_id: {
    0: 'Unknown',
    1: 'Allowed',
    2: 'Blocked',
    3: 'Quarantined',
    6: 'Dropped',
    11: 'Corrected',
    15: 'Detected',
    17: 'Logged',
    27: 'Error',
  },
  api_activity_id: { 0: 'Unknown', 1: 'Create', 2: 'Read', 3: 'Update', 4: 'Delete', 99: 'Other' },
  finding_activity_id: { 0: 'Unknown', 1: 'Create', 2: 'Update', 3: 'Close', 99: 'Other' },
  network_activity_id: { 1: 'Open', 2: 'Close', 3: 'Reset', 4: 'Fail', 5: 'Refuse', 6: 'Traffic' },
  direction_id: { 0: 'Unknown', 1: 'Inbound', 2: 'Outbound', 3: 'Lateral', 99: 'Other' },
  data_category_id: {
    0: 'Unknown',
    1: 'Personal',
    2: 'Governmental',
    3: 'Financial',
    4: 'Business',
    5: 'Military and Law Enforcement',
    6: 'Security',
    99: 'Other',
  },
  data_lifecycle_state_id: { 0: 'Unknown', 1: 'Data at-Rest', 2: 'Data in-Transit', 3: 'Data in-Use', 99: 'Other' },
  detection_system_id: { 0: 'Unknown', 1: 'Endpoint', 2: 'DLP Gateway', 5: 'Secure Web Gateway', 99: 'Other' },
  file_type_id: { 0: 'Unknown', 1: 'Regular File', 2: 'Folder', 99: 'Other' },
  user_type_id: { 0: 'Unknown', 1: 'User', 2: 'Admin', 3: 'System', 4: 'Service', 99: 'Other' },
  http_method: Object.fromEntries(
    ['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE'].map((name) => [name, name]),
  ),
};
