import type { retentionClassWords as englishClasses, retentionWords as english } from '../en/retention-words.ts';
import type { Translated } from '../translated.ts';

export const retentionWords: Translated<typeof english> = {
  'ground.lifetime_over': 'durée échue',
  'ground.conversation_deleted': 'conversation supprimée',
  'ground.person_erased': 'personne effacée',
  'ground.key_destroyed': 'arrivés après l’effacement de leur personne',
  'hold.active': 'en vigueur',
  'hold.run_out': 'échu',
  'hold.released': 'levé',
};

export const retentionClassWords: Translated<typeof englishClasses> = {
  'retentionClass.declaration': 'Échanges',
  'retentionClass.finding': 'Réponses des hooks',
  'retentionClass.flow': 'Flux réseau',
  'retentionClass.attestation': 'Formations et attestations',
  'retentionClass.captured_content': 'Contenu capturé',
  'retentionClass.workstation_report': 'Rapports des postes',
  'retentionClass.telemetry': 'Télémétrie des clients',
  'retentionClass.administration': 'Accès et connexions',
  'retentionClass.accountability': 'Politique, contrats, gels, effacements',
};
