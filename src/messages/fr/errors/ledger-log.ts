import type { ledgerLogErrors as english } from '../../en/errors/ledger-log.ts';
import type { Translated } from '../../translated.ts';

export const ledgerLogErrors: Translated<typeof english> = {
  ledger_log_busy: {
    text: 'Un autre processus écrit dans le journal et ne l’a pas rendu à temps.',
    hint: 'Réessayez dans un instant.',
  },
  ledger_record_unknown: {
    text: 'Le journal n’a pas d’enregistrement {recordId}.',
    hint: 'Copiez l’identifiant depuis la liste des échanges ou un export.',
  },
  ledger_size_unknown: {
    text: 'Le journal n’a jamais eu {size} entrées, ou n’a pas commencé.',
    hint: 'Demandez une taille que nomme un point de contrôle ; le journal commence quand le poste tourne.',
  },
  ledger_time_stamp_unknown: {
    text: 'Aucun horodatage n’est gardé sur la tête de {size} entrées.',
    hint: 'Les têtes sont horodatées à partir du jour où une autorité d’horodatage est configurée (ledger.timeStampUrl).',
  },
  ledger_witness_failed: {
    text: 'Le témoin {url} n’a pas cosigné.',
    hint: 'Vérifiez son adresse et sa clé, et qu’il connaît le nom et la clé de ce journal.',
  },
  ledger_witness_ahead: {
    text: 'Le témoin {url} a cosigné {size} entrées ; ce journal en a {own}. Il a perdu sa fin.',
    hint: 'Restaurez la base à son dernier état : ce qui fut inscrit depuis manque.',
  },
  ledger_time_stamp_failed: {
    text: 'L’autorité d’horodatage n’a pas donné d’horodatage qui tienne ({detail}).',
    hint: 'Vérifiez son adresse et le certificat racine auquel on se fie pour elle.',
  },
};
