import type { policyErrors as english } from '../../en/errors/policy.ts';
import type { Translated } from '../../translated.ts';

export const policyErrors: Translated<typeof english> = {
  policy_invalid: {
    text: 'La politique contient des erreurs ({count}) :{faults}',
    hint: '`octroi policy check` dit ce que chacune signifie.',
  },
  policy_cases_invalid: {
    text: 'Les cas d’essai contiennent des erreurs :{faults}',
    hint: 'docs/guide/write-a-policy.md montre ce qu’un cas peut dire.',
  },
  policy_cases_unmet: {
    text: '{unmet} cas sur {count} sont décidés autrement qu’ils ne l’attendent.',
    hint: 'Changez la politique ou le cas ; `octroi policy test` donne chacun avec sa ligne.',
  },
  policy_repository_labels_invalid: {
    text: 'Les étiquettes du dépôt contiennent des erreurs :{faults}',
    hint: 'Un dépôt peut donner des motifs aux étiquettes de l’entreprise : `octroi policy show` les énumère.',
  },
};
