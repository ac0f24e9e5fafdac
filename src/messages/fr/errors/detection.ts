import type { detectionErrors as english } from '../../en/errors/detection.ts';
import type { Translated } from '../../translated.ts';

export const detectionErrors: Translated<typeof english> = {
  scan_timed_out: {
    text: 'L’inspection d’un texte de {length} caractères a pris trop de temps : rien n’a été envoyé.',
    hint: 'Réessayez ; un exploitant peut allonger le temps accordé à l’inspection, ou revoir les règles importées.',
  },
  detection_rules_not_toml: {
    text: 'Les règles ne sont pas du TOML valide (ligne {line}).',
    hint: 'Vérifiez le fichier avec `gitleaks detect --config`, et corrigez la ligne indiquée.',
  },
  detection_rule_unsupported: {
    text: 'La règle {rule} (ligne {line}) utilise {construct}, qu’octroi ne prend pas en charge.',
    hint: 'Retirez-le ou écrivez la règle autrement. Rien du fichier n’a été repris.',
  },
  detection_rule_invalid: {
    text: 'La règle {rule} (ligne {line}) n’est pas valide : {construct}.',
    hint: 'Corrigez-la. Rien du fichier n’a été repris.',
  },
  detection_rule_too_slow: {
    text: 'La règle {rule} (ligne {line}) est trop volumineuse pour être lue en temps borné.',
    hint: 'Simplifiez son motif : bornez les répétitions à quelques centaines.',
  },
  detection_dictionary_invalid: {
    text: 'L’entrée {index} du dictionnaire est inutilisable ({reason}).',
    hint: 'Un terme compte au moins trois caractères, une valeur listée de 5 à 40 lettres et chiffres ; une sorte s’écrit en minuscules, chiffres et soulignés, 24 au plus.',
  },
  detection_mapping_conflict: {
    text: 'Deux valeurs auraient reçu le même substitut ({kind}) : rien n’a été envoyé.',
    hint: 'Signalez-le avec ce texte.',
  },
};
