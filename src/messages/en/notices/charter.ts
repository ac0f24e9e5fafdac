export const noticeCharter = {
  'charter.heading.principle': 'The principle',
  'charter.principle':
    'At work, AI coding assistants are used under the organisation’s contracts and through octroi, and in no other way. What decides is the account, not the program.',
  'charter.heading.accounts': 'Which accounts and plans',
  'charter.contract': '{name}: {plan}',
  'charter.contract.ends': 'until {on}',
  'charter.contract.zdr': 'zero retention agreed since {since}, by {document}',
  'charter.contract.optOut': 'training refused since {since}, by {document}',
  'charter.contract.over': 'NOT in force on this day',
  'charter.contract.review': 'its review is overdue since {on}: what was agreed counts as unknown',
  'charter.contract.owner': 'answered for by {owner}',
  'charter.otherPlans':
    'Any plan that does not stand above is not used for work, a commercial one included, as long as the organisation has no contract for it.',
  'charter.heading.forbidden': 'What is forbidden: free and consumer products',
  'charter.forbidden':
    'Products sold to private persons are forbidden for work, free or paid, on any machine, also where the organisation pays the bill back. What their terms say, and where it was read:',
  'charter.forbidden.none': 'The catalogue knows no consumer product on this day.',
  'charter.heading.tools': 'Which tools',
  'charter.tools': 'These programs can be pointed at octroi and belong to a vendor above:',
  'charter.tools.none':
    'No program is known that belongs to a contract above and can be pointed at octroi: to be filled in.',
  'charter.tool': '{name}, through {by}',
  'charter.tool.minimum': '{name}, from version {version} on, through {by}',
  'charter.otherTools': 'Other assistants are not used until somebody has put them under a contract and behind octroi.',
  'charter.heading.labels': 'Which data',
  'charter.labels': 'Everything sent has a label, by its path and by what is found in it. The strictest counts.',
  'charter.heading.ways': 'What may leave from where',
  'charter.heading.duties': 'What each of us does',
  'charter.heading.refused': 'When octroi refuses',
  'charter.heading.training': 'Training',
  'charter.heading.force': 'How this charter comes into force',
  'charter.force':
    'A charter with rules and sanctions is a part of the house rules in France, with its procedure (Code du travail, L.1321-4 and L.1321-5). What sanctions there are, and from which day it holds: {toFillIn}.',
} as const;

export const noticeCharterLists = {
  'charter.duties': [
    'Sign in by octroi alone; never put a key or a token of your own account into a profile, a secret of CI or an editor.',
    'Give the assistant what the task needs, and no more: it reads beyond the files you name.',
    'Use made-up data in place of data of persons.',
    'Read what it writes before you run it, commit it or send it on: the author answers for it, not the program.',
    'Send no feedback on an answer (thumbs, bug reports) with content of the organisation: it takes the conversation along.',
  ],
  'charter.refused': [
    'Read what it says: it names what to take out and what to type next.',
    'Do not go round it by another account, tool or network: that is what the refusal protects from.',
    'A secret that did leave is changed the same day.',
    'If work left by a personal account: stop, change nothing in it, and tell security the same day: when, which account, what.',
  ],
} as const;
