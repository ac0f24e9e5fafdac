import type { cliSiem as english } from '../en/cli-siem.ts';
import type { Translated } from '../translated.ts';

export const cliSiem: Translated<typeof english> = {
  'option.since': 'à partir de cet instant, UTC (2026-11-01 ou 2026-11-01T08:00 ; par défaut : tout le journal)',
  'option.format': 'ocsf (JSON, un événement par ligne ; par défaut) ou cef',
  'option.follow': 'continuer à mesure que le journal croît, jusqu’à Ctrl-C',
  'siemExport.summary': 'Écrire le registre en événements pour un SIEM, sur la sortie standard',
  'siemExport.notes':
    'Les événements viennent dans l’ordre du journal. Un enregistrement peut en donner deux : ce qui fut fait, et ce qui\nfut trouvé. Les personnes y figurent par pseudonyme ; siem.paths décide si les chemins y figurent. Aucun curseur\nn’est gardé : c’est le rôle de siem.file, siem.syslog et siem.otlp, qu’un poste en service alimente.',
  'siemExport.missing': 'octroi : entrées que le journal ne garde plus : {count}.',
  'siemStatus.summary': 'Montrer jusqu’où chaque récepteur d’événements a reçu le journal',
  'siemStatus.notes': 'Code de sortie 1 si un récepteur ne prend pas les événements.',
  'siemStatus.none':
    'octroi : aucun récepteur n’est réglé. Nommez-en un : siem.file, siem.syslog ou siem.otlp dans octroi.yaml, puis redémarrez le poste.',
  'siemStatus.columns': 'RÉCEPTEUR|ADRESSE|ÉTAT|EN ATTENTE|ENVOYÉS|DERNIER ENVOI|PANNE',
  'siemStatus.state.failing': 'en panne depuis {since}',
  'siemStatus.state.behind': 'en retard',
  'siemStatus.state.upToDate': 'à jour',
  'siemStatus.state.waiting': 'pas commencé',
  'siemStatus.state.removed': 'n’est plus réglé',
};
