/**
 * What terms are compared by, and the values each criterion knows. A value outside its list is refused, so that a
 * misspelt one cannot pass for a favourable one; each has its text in `messages/{en,fr}/catalogue.ts`.
 *
 * Values stand from the one that takes least from the customer to the one that takes most: where several facts of a
 * plan are in force at once, the last in this order is the one that counts. `unknown` comes first, since any finding
 * is worth more than none.
 */
export const criteria = {
  /** Whether what is sent trains models. */
  training: [
    'unknown',
    'no',
    'no_by_default',
    'opt_in',
    'no_qualified',
    'per_product',
    'user_setting',
    'opt_out',
    'yes',
  ],
  /** What trains models all the same where the person or the customer has opted out. */
  training_despite_opt_out: ['unknown', 'no', 'feedback', 'flagged', 'flagged_or_feedback', 'labs_models'],
  /** Whether companies other than the vendor may train on it. */
  training_by_third_parties: ['unknown', 'no', 'affiliates_only', 'yes'],
  /** How long what was sent is kept; `feature` and `days` say of what and how long. */
  retention: ['unknown', 'not_kept', 'days', 'up_to_days', 'at_least_days', 'until_deleted', 'unspecified', 'kept'],
  /** What is kept beyond the usual period. */
  retention_exception: ['unknown', 'no', 'harmful_use', 'flagged', 'model'],
  deletion: ['unknown', 'days_after_request', 'days_after_termination', 'manual', 'none'],
  ownership: ['unknown', 'customer', 'assigned_if_any', 'not_claimed', 'not_claimed_may_improve'],
  indemnity: ['unknown', 'unconditional', 'conditional', 'none'],
  indemnity_cap: ['unknown', 'uncapped', 'capped'],
  indemnity_exclusion: [
    'unknown',
    'breach',
    'modification',
    'combination',
    'modified_or_combined',
    'inputs',
    'known_infringement',
    'patent',
    'trademark',
    'filters_off',
    'beta',
    'customised_service',
    'agent_actions',
    'after_notice',
    'free_tier',
  ],
  indemnity_condition: ['unknown', 'none_required', 'filter_recommended', 'filters_on', 'records_kept', 'paid_use'],
  /** Whether the customer must indemnify the vendor. */
  indemnity_by_customer: ['unknown', 'no', 'inputs_and_misuse', 'business_users', 'user'],
  zdr: ['unknown', 'default', 'available', 'by_agreement', 'on_request', 'follows_opt_out', 'upstream_only', 'none'],
  /** What stays outside a ZDR agreement: `features` and `models`. */
  zdr_exclusion: ['unknown', 'features', 'models'],
  isolation: ['unknown', 'logical', 'dedicated_hosts', 'network_header', 'vpc_endpoint', 'hosts_only', 'none'],
  region: ['unknown', 'eu_or_us', 'customer_choice', 'us_option', 'us_only', 'global'],
  human_review: ['unknown', 'no', 'abuse_only', 'moderation', 'yes'],
  sub_processors: ['unknown', 'objection_days', 'hosting_differs'],
  business_use: ['unknown', 'allowed', 'forbidden'],
  use_restriction: ['unknown', 'no_distillation', 'personal_data_zdr_only', 'no_credential_relay'],
  purpose_limit: ['unknown', 'direct_relationship'],
  feedback: ['unknown', 'not_used', 'usable', 'trains'],
  collection: ['unknown', 'identity_documents'],
  scope: ['unknown', 'commercial_terms', 'consumer_terms', 'separate_terms', 'login_decides', 'organisation_may_link'],
  change_notice: ['unknown', 'notice_days'],
  health_data: ['unknown', 'covered', 'excluded'],
  /** Whether what is sent through a cloud provider reaches the model's maker. */
  leaves_cloud: ['unknown', 'no', 'yes'],
  content_exclusion: ['unknown', 'some_surfaces', 'none'],
  audit: ['unknown', 'no_local_prompts', 'kept_days'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Criterion = keyof typeof criteria;
export type ValueOf<Name extends Criterion> = (typeof criteria)[Name][number];

export const criterionNames = Object.keys(criteria) as readonly Criterion[];

/** How much a value takes, compared with the others of its criterion: the higher, the more. */
export function weightOf(criterion: Criterion, value: string): number {
  return (criteria[criterion] as readonly string[]).indexOf(value);
}
