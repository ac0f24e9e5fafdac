/** What the commands about evaluations say. */
export const cliEvaluation = {
  'evaluationRun.summary': 'Evaluate zero retention and its alternatives for classes of data',
  'evaluationRun.notes':
    'FILE (YAML) has, for each label, how often and how badly it may go wrong, as ranges with whoever estimated them; where it\nsays measured, volumes are counted in the ledger. Five options are compared over simulated years, with what they cost and\nwhat is lost with them. The same file, volumes and seed give the same figures. Nothing is recorded.',
  'evaluationRun.head':
    '{evaluation}: {plan}, {currency} a year. {trials} simulated years, seed {seed}, engine {engine}. Catalogue {catalogue}.',
  'evaluationRun.measured': 'Counted from {from} to {to} ({days} days): {exchanges} exchanges a year.',
  'evaluationRun.short': 'Fewer than seven days were counted: what they say of a year is little.',
  'evaluationRun.columns': 'OPTION|LOSS ON AVERAGE|50%|90%|95%|99%|COSTS|TOGETHER',
  'evaluationRun.chosen': 'As chosen',
  'evaluationRun.tolerance':
    '{option}: more than {loss} is lost with a chance of {chance}; at most {probability} is borne{mark}',
  'evaluationRun.within': ' ✓',
  'evaluationRun.beyond': ' ✗',
  'evaluationRun.classColumns': 'LABEL|OPTION|LOSS ON AVERAGE|95%|99%|YEARS WITHOUT A LOSS',
  'evaluationRun.curve': 'CHANCE OF LOSING MORE THAN',
  'evaluationRun.tornado':
    '{option}, what moves the total most: loss and costs with one input at its 5% and at its 95%',
  'evaluationRun.tornadoColumns': 'LABEL|INPUT|AT ITS 5%|AT ITS 95%',
  'evaluationRun.costColumns': 'OPTION|LABEL|COST|ON AVERAGE|5%|95%',
  'evaluationRun.feature': 'without {name}',
  'evaluationRun.model': 'without the model {name}',
  'evaluationRun.unpriced': 'Zero retention takes these away as well, and the file puts no price on them: {names}.',
  'evaluationRun.check': 'The mean is {mean} by simulation (standard error {error}) and {expected} by computation.',
  'evaluationDecide.summary': 'Decide, and put the decision into the ledger with all it rests on',
  'evaluationDecide.notes':
    'FILE is evaluated as by `octroi evaluation run`; each of its classes gets an option: as_is, redaction, zdr, zdr_redaction or\nblock. The decision is open again when its day is over, when the catalogue’s facts it rests on change or the vendor’s terms\ndo not bear them out, when a volume outgrows it, or when a model comes into use that zero retention does not cover.',
  'evaluationDecide.done': 'octroi: {evaluation} is decided until {expiresOn}. Digest of what it rests on: {digest}',
  'evaluationShow.summary': 'Show what was decided, and whether it still holds',
  'evaluationShow.notes':
    'Without NAME every evaluation, by its last decision. Exit code 0: all hold; 1: one is open again; 3: nothing was decided.',
  'evaluationShow.none': 'octroi: nothing was decided yet. Decide with: octroi evaluation decide',
  'evaluationShow.columns': 'EVALUATION|PLAN|STATE|DECIDED ON|UNTIL|BY|CHOICE',
  'evaluationShow.reason': '{evaluation}: {reason}',
  'evaluationShow.residual': 'Residual risk: {text}',
  'evaluationShow.dpo': 'Opinion of the data protection officer: {opinion}. {text}',
  'evaluationShow.rests': 'Rests on catalogue {catalogue} and inputs {digest}.',
  'evaluationVendors.summary': 'Compare the plans of all vendors on a day, weighted, with their sources',
  'evaluationVendors.notes':
    'By the white paper’s five criteria and ten more. Each value earns by its place in the order of its criterion, from what\ntakes least from the customer to what takes most: an order, not a measure. What is unknown earns nothing; KNOWN says of how\nmuch of the weight anything is known. With --label the policy says which plans may see a file with it.',
  'evaluationVendors.head':
    'On {on}, by catalogue {catalogueVersion}. By the ledger the post decided by {catalogueThen} that day.',
  'evaluationVendors.columns': 'PLAN|EARNS|KNOWN',
  'evaluationVendors.agreed': '{verdict} (with what is agreed on request)',
  'evaluationVendors.how': '≠: sources contradict each other. All criteria and their sources: --json or --csv.',
  'option.weight': 'how much a criterion counts, as zdr=3; once for each (default: the paper’s five, alike)',
  'evaluationVendors.label': 'a label: which plans may see a file with it, by the policy',
  'option.choose': 'an option for a class, LABEL=OPTION; once for each',
  'option.decider': 'who decides',
  'option.residual-risk': 'what risk is left, in the words of those who decide',
  'option.dpo-opinion': 'favourable, with_reservations or unfavourable',
  'option.dpo-reasons': 'the reasons of the data protection officer',
  'option.expires': 'the last day on which the decision holds, within a year',
} as const;
