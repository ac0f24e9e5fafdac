import type { egressErrors as english } from '../../en/errors/egress.ts';
import type { Translated } from '../../translated.ts';

export const egressErrors: Translated<typeof english> = {
  egress_log_unrecognised: {
    text: 'Le journal {file} n’est dans aucun format qu’octroi reconnaisse.',
    hint: 'Nommez son format : `--format`. Un tableau a besoin de sa ligne d’en-tête ; un fichier tourné peut l’avoir perdue.',
  },
  egress_log_ambiguous: {
    text: 'Le journal {file} peut être dans plusieurs formats : {formats}.',
    hint: 'Nommez le bon : `--format`.',
  },
};
