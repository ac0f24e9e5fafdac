/** What the posture says, on the command line and in the console. Braces are filled from the arguments. */
export const posture = {
  'state.met': 'met',
  'state.not_met': 'not met',
  'state.unknown': 'unknown',
  'control.terms-stand': 'The terms still say what the facts in force rest on',
  'control.terms-watch': 'The catalogue is compared with archives of the vendors’ terms',
  'control.catalogue-review': 'Every value of the catalogue was read again by its day',
  'control.contracts-review': 'Every contract was looked at by its day',
  'control.contracts-agree': 'The policy speaks of the contracts that are really held',
  'control.contracts-run': 'No contract was stopped',
  'control.hooks-answer': 'Hooks ask in every session that calls tools',
  'control.plans-proven': 'It is proven under which plan exchanges leave',
  'evidence.watch_never': 'No comparison is on record. Name archives of Open Terms Archive in `catalogue.archives`.',
  'evidence.watch_fresh': 'The last comparison was on {ranAt}.',
  'evidence.watch_late': 'The last comparison was on {ranAt}; another was due by {dueAt}.',
  'evidence.watch_failed': 'The comparison of {ranAt} failed [{fault}].',
  'evidence.watch_other': 'Catalogue {watched} was compared; {version} is in force.',
  'evidence.archive_old': '{collection} has recorded nothing since {headAt}.',
  'evidence.fact_stale': '{fact}: its passage is gone from the terms.',
  'evidence.fact_returned': '{fact}: the catalogue says it has ended, and the terms have it.',
  'evidence.facts_unclear': 'Facts whose passage the archives do not show clearly: {count}.',
  'evidence.facts_unwatched': 'Facts whose documents no archive given holds: {count}.',
  'evidence.facts_stand': 'Facts whose passage stands: {count}.',
  'evidence.values_overdue': 'Values of catalogue {version} that nobody read again in time: {count}.',
  'evidence.values_reviewed': 'All values of catalogue {version} were read in time.',
  'evidence.no_contract': 'No contract is held.',
  'evidence.review_missing': '{contract}: octroi.yaml names no day of review (`reviewOn`).',
  'evidence.review_overdue': '{contract}: its review was due on {reviewOn}. What was agreed no longer counts.',
  'evidence.review_ahead': '{contract}: to be looked at by {reviewOn}.',
  'evidence.contract_unnamed':
    '{contract} ({held}) is held by the post and not named in octroi.yaml: the policy knows nothing of its terms.',
  'evidence.contract_unheld':
    '{contract} ({inPolicy}) stands in octroi.yaml and is not held by the post: nothing leaves under it.',
  'evidence.plan_differs': '{contract}: octroi.yaml says plan {inPolicy}, the post holds {held}.',
  'evidence.organization_differs':
    '{contract}: octroi.yaml says organisation {inPolicy}, the post expects {held} to answer.',
  'evidence.organization_unchecked':
    '{contract}: octroi.yaml says organisation {inPolicy}; the post holds none, so nobody checks which one answers.',
  'evidence.contracts_agree': 'Contracts that are the same in both: {count}.',
  'evidence.contract_stopped': '{contract} was stopped on {stoppedAt}: another organisation answered.',
  'evidence.contracts_run': 'Contracts that run: {count}.',
  'evidence.no_sessions': 'No session called tools in the last {days} days.',
  'evidence.sessions_unhooked':
    'Sessions that called tools in the last {days} days without a hook that asked: {count} of {of}.',
  'evidence.sessions_hooked':
    'Sessions that called tools in the last {days} days and whose hooks asked: {count} of {of}.',
  'evidence.no_exchanges': 'No exchange left in the last {days} days.',
  'evidence.plans_unknown': 'Plan unknown to the catalogue: {count} of the {of} last exchanges ({days} days at most).',
  'evidence.plans_declared':
    'Plan said by the contract alone: {count} of the {of} last exchanges ({days} days at most).',
  'evidence.plans_proven':
    'Plan proven by the organisation that answered: {count} of the {of} last exchanges ({days} days at most).',
  'control.no-way-around': 'Nobody goes around the gateway',
  'control.telemetry-whole': 'Clients tell of themselves without holes',
  'evidence.ways_around':
    'Sources that reached a vendor’s API past the gateway in the last {days} days, seen by the proxy: {count}.',
  'evidence.ways_around_in_logs':
    'Sources that reached a vendor’s API past the gateway in the last {days} days, by imported logs: {count}.',
  'evidence.ways_in_logs_unsure':
    'Sources that reached a vendor’s API in the last {days} days, by imported logs: {count}. Whether the gateway is among them is not known: name it in `egress.gatewaySources`.',
  'evidence.sightings_explained':
    'Connections to a vendor’s API in imported logs of the last {days} days, all of them the gateway’s own: {count}.',
  'evidence.sessions_untold':
    'Sessions whose client tells of more requests than the gateway saw in the last {days} days: {count} of {of}.',
  'evidence.no_flows': 'The proxy saw no connection in the last {days} days: it can testify to nothing.',
  'evidence.no_telemetry': 'No client delivered telemetry in the last {days} days.',
  'evidence.cross_check_cut': 'There was more in the last {days} days than is looked through.',
  'evidence.ways_refused':
    'Sources that tried to go past the gateway in the last {days} days and were refused: {count}.',
  'evidence.flows_explained':
    'Connections the proxy saw in the last {days} days, none of them past the gateway: {count}.',
  'evidence.sessions_told':
    'Sessions in the last {days} days whose client tells of no request that the gateway did not see: {count}.',
  'evidence.sessions_blind': 'Sessions with holes in what their client told in the last {days} days: {count} of {of}.',
  'evidence.sessions_silent': 'Sessions whose client told nothing in the last {days} days: {count} of {of}.',
  'evidence.sessions_whole': 'Sessions whose client told without a hole in the last {days} days: {count} of {of}.',
  'control.zdr-evaluated': 'Zero retention was decided on, and the decision still holds',
  'evidence.zdr_decided': '{evaluation}: decided until {expiresOn}.',
  'evidence.zdr_undecided': 'Nothing was decided about zero retention for {plan}.',
  'evidence.zdr_expired': '{evaluation}: the decision held to {expiresOn}.',
  'evidence.zdr_plan_gone': '{evaluation}: the catalogue does not have the plan {plan} any more.',
  'evidence.zdr_facts_changed':
    '{evaluation}: facts of the catalogue it rests on that changed: {count} (first: {first}).',
  'evidence.zdr_volume_grown':
    '{evaluation}: {counted} exchanges a year with {label} are counted; it was decided for {decided}.',
  'evidence.zdr_label_new': '{evaluation}: {label} leaves, and did not when it was decided.',
  'evidence.zdr_model_outside': '{evaluation}: a model is in use that zero retention does not cover: {model}.',
  'control.telemetry-off': 'Telemetry is off in every profile of every workstation',
  'control.free-product-forbidden': 'The free product is forbidden and nobody uses it',
  'control.flows-audited': 'Connections to AI vendors are audited',
  'control.people-trained': 'Everybody who may send is trained',
  'evidence.no_workstations': 'No workstation is enrolled: none says anything of itself.',
  'evidence.workstations_tell':
    'Workstations with telemetry, error reports or feedback on in some profile: {count} of {of}.',
  'evidence.workstations_unsure':
    'Workstations of which it is not known whether telemetry is off, silent ones included: {count} of {of}.',
  'evidence.workstations_quiet':
    'Workstations that report telemetry, error reports and feedback off in every profile: {count} of {of}.',
  'evidence.workstations_consumer':
    'Workstations where somebody is signed in with a consumer account: {count} of {of}.',
  'evidence.workstations_login_unsure': 'Workstations of which the kind of account is not known: {count} of {of}.',
  'evidence.workstations_commercial': 'Workstations that report no consumer account: {count} of {of}.',
  'evidence.consumer_passed':
    'Connections to products for consumers that were let through in the last {days} days: {count}.',
  'evidence.consumer_kept_out':
    'No connection to a product for consumers was let through in the last {days} days; refused: {count}.',
  'evidence.no_free_plans': 'The catalogue knows no plan for consumers: nobody can say whether one is forbidden.',
  'evidence.free_plans_open': 'Plans for consumers to which the policy would let something go: {count} ({plans}).',
  'evidence.free_plans_closed':
    'Policy {policy} lets nothing go to any of the plans for consumers that the catalogue knows: {count}.',
  'evidence.logs_unread': 'No log of another proxy or resolver was read in the last {days} days.',
  'evidence.logs_broken': 'Logs read that ended early or had lines nobody could read: {count} of {of}.',
  'evidence.logs_read': 'Logs of other proxies and resolvers read whole in the last {days} days: {count}.',
  'evidence.flows_compared':
    'Connections that the proxy recorded and that were compared with the gateway and the clients, last {days} days: {count}.',
  'evidence.no_people': 'Nobody may send yet.',
  'evidence.people_untrained': 'People who may send and whose training does not hold: {count} of {of}.',
  'evidence.people_exempt': 'People who are let send for some hours without their training: {count} of {of}.',
  'evidence.people_trained': 'People all of whose modules hold ({modules}): {count} of {of}.',
} as const;
