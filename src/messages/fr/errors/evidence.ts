import type { evidenceErrors as english } from '../../en/errors/evidence.ts';
import type { Translated } from '../../translated.ts';

export const evidenceErrors: Translated<typeof english> = {
  evidence_period_invalid: {
    text: '{period} n’est pas une période : elle commence après sa fin, dans l’avenir, ou dépasse {mostDays} jours.',
    hint: 'Donnez le premier et le dernier jour, comme 2026-11-01..2026-11-30.',
  },
  evidence_push_address_invalid: {
    text: 'L’adresse de CISO Assistant n’est pas de celles où un jeton peut être envoyé.',
    hint: 'Donnez une adresse https sans identifiants, ou http sur cette machine même.',
  },
  evidence_push_unreachable: {
    text: '{url} est injoignable.',
    hint: 'Vérifiez l’adresse et le réseau ; rien n’a été envoyé deux fois.',
  },
  evidence_push_refused: {
    text: '{url} n’a pas pris la bibliothèque : réponse {status}.',
    hint: '401 ou 403 : vérifiez le jeton et ses droits. 400 : la bibliothèque y est peut-être déjà dans cette version.',
  },
  evidence_aware_invalid: {
    text: 'Nul ne peut l’avoir su avant que cela arrive ({at}), ni dans l’avenir.',
    hint: 'Donnez l’instant où quelqu’un chez le responsable en a eu connaissance, UTC.',
  },
};
