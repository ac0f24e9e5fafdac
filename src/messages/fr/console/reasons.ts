import type { consoleReasons as english } from '../../en/console/reasons.ts';
import type { Translated } from '../../translated.ts';

export const consoleReasons: Translated<typeof english> = {
  findings_redacted: 'Des données sensibles ont été trouvées ; des substituts sont partis à leur place.',
  gateway_policy_refused: 'La politique ne laisse pas sortir cela.',
  scan_timed_out: 'L’inspection a pris trop de temps : rien n’a été envoyé.',
  detection_mapping_conflict: 'Deux valeurs auraient reçu le même substitut : rien n’a été envoyé.',
  gateway_method_unknown: 'L’adresse n’accepte pas cette méthode.',
  gateway_body_too_large: 'La requête était trop volumineuse.',
  gateway_body_too_many_parts: 'La requête compte trop d’éléments.',
  gateway_body_not_json: 'La requête n’est pas du JSON valide.',
  gateway_body_too_deep: 'La requête est imbriquée trop profondément.',
  gateway_body_ambiguous: 'La requête nomme deux fois le même membre et pourrait se lire de deux façons.',
  gateway_upstream_unreachable: 'Le fournisseur est injoignable.',
  gateway_upstream_broke_off: 'Le fournisseur a interrompu sa réponse.',
  gateway_upstream_not_api: 'Ce qui a répondu est une page web, pas l’API du fournisseur.',
  gateway_hook_prompt_secret: 'La demande contenait un secret ou un mot de l’entreprise : elle n’a pas été envoyée.',
  gateway_hook_tool_secret: 'L’appel aurait fait sortir un secret ou un mot de l’entreprise : il a été arrêté.',
  gateway_hook_inference_secret: 'La conversation contenait un secret ou un mot de l’entreprise : rien n’a été envoyé.',
  gateway_labels_malformed: 'Les étiquettes d’un dépôt ont été remises sous une autre forme.',
  gateway_labels_unreadable:
    'Le fichier `.octroi.yaml` d’un dépôt est illisible : chaque fichier de ce dépôt a l’étiquette la plus stricte.',
  gateway_labels_closed:
    'Le fichier `.octroi.yaml` d’un dépôt est illisible : chaque fichier de ce dépôt a l’étiquette la plus stricte.',
  gateway_device_code_unknown: 'Un poste est venu avec un code d’inscription qui n’ouvre rien.',
  gateway_device_unknown: 'Un poste qui n’est pas inscrit a voulu faire son rapport.',
  gateway_device_revoked: 'Un poste révoqué a voulu faire son rapport.',
  gateway_device_malformed: 'Le rapport d’un poste avait une autre forme.',
  gateway_device_signature_invalid: 'La signature d’un rapport n’était pas celle du poste.',
  gateway_device_foreign: 'Un poste a remis le rapport d’un autre.',
  gateway_device_clock: 'Le rapport d’un poste était daté du futur.',
  gateway_device_secret: 'Le rapport d’un poste contenait un secret.',
  gateway_device_out_of_order: 'Le rapport d’un poste est venu après un plus récent.',
  ledger_exchange_unknown: 'Il n’y a pas de tel échange.',
  ledger_write_rejected: 'Le registre a refusé l’inscription : rien n’a été envoyé.',
};
