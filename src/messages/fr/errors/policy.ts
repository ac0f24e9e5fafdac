import type { policyErrors as english } from '../../en/errors/policy.ts';
import type { Translated } from '../../translated.ts';

export const policyErrors: Translated<typeof english> = {
  policy_invalid: {
    text: 'La politique contient des erreurs ({count}) :{faults}',
    hint: '`octroi policy check` dit ce que chacune signifie.',
  },
  policy_folder_empty: {
    text: 'Le dossier de politique {folder} n’a ni octroi.yaml ni fichier *.cedar.',
    hint: 'Mettez-les-y, ou ne nommez pas le dossier : la politique d’octroi s’applique alors.',
  },
  policy_file_missing: {
    text: '{file} de la politique en vigueur a disparu ; la politique reste en vigueur.',
    hint: 'Remettez-le. Pour vous en passer, redémarrez octroi.',
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
  policy_bundle_not_signed: {
    text: 'Ce n’est pas un paquet signé de la politique.',
    hint: 'Faites-en un : octroi policy bundle --signing-key CLE.pem --out bundle.json.',
  },
  policy_bundle_key_not_pinned: {
    text: 'Le paquet est signé par {keys}, et aucune de ces clés n’est reconnue ici.',
    hint: 'Indiquez la clé avec --key, telle que `octroi policy bundle` l’a affichée.',
  },
  policy_bundle_signature_invalid: {
    text: 'La signature du paquet par {keys} est fausse : il a été modifié, ou abîmé en route.',
    hint: 'Reprenez-le là où il est fait.',
  },
  policy_bundle_foreign: {
    text: 'Le paquet a la forme {schema}, que cette version ne lit pas.',
    hint: 'Faites le paquet et contrôlez le poste avec la même version d’octroi.',
  },
  policy_bundle_too_old: {
    text: 'Le paquet du {madeAt} valait jusqu’au {holdsUntil}.',
    hint: 'Faites-en un nouveau (octroi policy bundle), et vérifiez l’horloge du poste.',
  },
};
