import type { postureTexts as english } from '../../en/console/posture.ts';
import type { Translated } from '../../translated.ts';

export const postureTexts: Translated<typeof english> = {
  'posture.title': 'Contrôles',
  'posture.lead':
    'Ce qui tient, ce qui ne tient pas, et ce que nul ne sait. Un contrôle est satisfait tant que ses éléments le disent ; inconnu ne vaut jamais satisfait.',
  'posture.sum': 'Satisfaits : {met} ; non satisfaits : {notMet} ; inconnus : {unknown}',
  'posture.basis': 'Le {at}, selon la politique {policy} et le catalogue {catalogue}.',
  'posture.controls': 'Contrôles',
  'posture.until': 'Tient jusqu’au {until}',
  'posture.now': 'Compté à l’instant',
  'posture.alarms': 'Faits périmés',
  'posture.alarmsSays':
    'Ce que disent à présent les conditions des fournisseurs, à côté de ce qu’elles disaient quand le fait a été lu. Il reste en vigueur jusqu’à ce que quelqu’un les lise et importe un catalogue plus récent.',
  'posture.lost': '{service}, {terms} : présent jusqu’au {lastGood}, disparu le {lost}',
  'posture.before': 'Avant',
  'posture.after': 'À présent',
  'posture.nothingLeft': 'rien de semblable ne reste',
  'posture.decisions': 'Décisions qui en dépendent',
  'posture.answers': 'Réponses qui en dépendent',
  'posture.claims': 'Affirmations du livre blanc qui en dépendent',
  'posture.nothingRests': 'Rien n’en dépend.',
};
