import type { evidenceErrors as english } from '../../en/errors/evidence.ts';
import type { Translated } from '../../translated.ts';

export const evidenceErrors: Translated<typeof english> = {
  evidence_period_invalid: {
    text: '{period} n’est pas une période : elle commence après sa fin, dans l’avenir, ou dépasse {mostDays} jours.',
    hint: 'Donnez le premier et le dernier jour, comme 2026-11-01..2026-11-30.',
  },
};
