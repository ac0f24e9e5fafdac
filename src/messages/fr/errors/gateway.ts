import type { gatewayErrors as english } from '../../en/errors/gateway.ts';
import type { Translated } from '../../translated.ts';

export const gatewayErrors: Translated<typeof english> = {
  gateway_credential_missing: {
    text: 'Cette requête ne porte pas de clé octroi.',
    hint: 'Mettez dans ANTHROPIC_AUTH_TOKEN la clé (oct_…) qui vous a été remise.',
  },
  gateway_credential_personal: {
    text: 'Cette requête porte une connexion personnelle claude.ai. Les offres grand public ne passent pas ici, et rien n’a été lu.',
    hint: 'Lancez /logout (ou `claude auth logout`), puis mettez votre clé octroi (oct_…) dans ANTHROPIC_AUTH_TOKEN.',
  },
  gateway_credential_vendor: {
    text: 'Cette requête porte la clé même du fournisseur. Elle n’a pas sa place sur un poste, et rien n’a été lu.',
    hint: 'Retirez ANTHROPIC_API_KEY et mettez votre clé octroi (oct_…) dans ANTHROPIC_AUTH_TOKEN ; faites remplacer la clé du fournisseur.',
  },
  gateway_credential_unknown: {
    text: 'Ce que porte cette requête n’est pas une clé octroi.',
    hint: 'Mettez dans ANTHROPIC_AUTH_TOKEN la clé (oct_…) qui vous a été remise.',
  },
  gateway_credential_conflict: {
    text: 'Cette requête porte deux secrets différents.',
    hint: 'Gardez ANTHROPIC_AUTH_TOKEN avec votre clé octroi, et retirez ANTHROPIC_API_KEY et apiKeyHelper.',
  },
  gateway_key_unknown: {
    text: 'Cette clé octroi n’est pas connue.',
    hint: 'Vérifiez qu’elle a été copiée en entier, ou demandez-en une nouvelle.',
  },
  gateway_key_expired: { text: 'Cette clé octroi a expiré.', hint: 'Demandez-en une nouvelle.' },
  gateway_key_revoked: { text: 'Cette clé octroi a été révoquée.', hint: 'Demandez-en une nouvelle.' },
  gateway_contract_missing: {
    text: 'Aucun contrat avec le fournisseur n’est défini pour cet espace : rien n’a été envoyé.',
    hint: 'Un exploitant en ajoute un avec `octroi contract add`.',
  },
  gateway_contract_stopped: {
    text: 'Le contrat de cet espace est arrêté, car une autre organisation que la sienne a répondu.',
    hint: 'Un exploitant vérifie le secret du contrat, puis lance `octroi contract resume ID`.',
  },
  gateway_organization_mismatch: {
    text: 'Une autre organisation que celle de ce contrat a répondu. La réponse a été retenue et le contrat arrêté.',
    hint: 'Prévenez un exploitant : le secret du contrat appartient peut-être à un autre compte.',
  },
  gateway_path_unknown: {
    text: 'octroi ne transporte pas de requêtes vers ce chemin, faute de pouvoir les inspecter.',
    hint: 'Utilisez /v1/messages ; demandez à un exploitant s’il vous manque une fonction.',
  },
  gateway_method_unknown: { text: 'Ce chemin n’accepte pas {method}.', hint: 'Vérifiez la version du client.' },
  gateway_request_malformed: {
    text: 'Ce n’est pas une requête HTTP valide.',
    hint: 'Vérifiez ce qui se trouve entre le client et octroi.',
  },
  gateway_headers_too_large: {
    text: 'Les en-têtes de la requête sont trop volumineux.',
    hint: 'Retirez les en-têtes ajoutés (ANTHROPIC_CUSTOM_HEADERS).',
  },
  gateway_body_missing: { text: 'La requête n’a pas de corps.', hint: 'Vérifiez la version du client.' },
  gateway_body_too_large: {
    text: 'La requête dépasse {limit} octets.',
    hint: 'Commencez une nouvelle conversation avec /clear, ou réduisez celle-ci avec /compact.',
  },
  gateway_request_too_slow: {
    text: 'La requête a cessé d’arriver.',
    hint: 'Vérifiez le réseau entre le client et octroi, puis réessayez.',
  },
  gateway_body_cut_short: { text: 'La requête s’est terminée avant la fin de son corps.', hint: 'Réessayez.' },
  gateway_body_not_json: {
    text: 'La requête n’est pas du JSON valide (à l’octet {offset}).',
    hint: 'Vérifiez la version du client.',
  },
  gateway_body_not_utf8: { text: 'La requête n’est pas de l’UTF-8 valide.', hint: 'Vérifiez la version du client.' },
  gateway_body_too_deep: {
    text: 'La requête est imbriquée sur plus de {limit} niveaux.',
    hint: 'Réduisez l’appel d’outil qui l’a produite.',
  },
  gateway_body_ambiguous: {
    text: 'La requête nomme deux fois le même membre (à l’octet {offset}) et pourrait se lire de deux façons.',
    hint: 'Vérifiez la version du client.',
  },
  gateway_body_too_many_parts: {
    text: 'Cette requête compte plus de {limit} éléments.',
    hint: 'Commencez une nouvelle conversation, ou envoyez moins à la fois.',
  },
  gateway_body_not_messages: {
    text: 'La requête n’est pas une conversation : `messages` manque ou n’est pas une liste.',
    hint: 'Vérifiez la version du client.',
  },
  gateway_encoding_unknown: {
    text: 'La requête est compressée d’une manière qu’octroi ne peut pas inspecter.',
    hint: 'Envoyez-la telle quelle, ou en gzip, deflate, br ou zstd.',
  },
  gateway_encoding_broken: {
    text: 'La requête ne se décompresse pas jusqu’à sa fin.',
    hint: 'Vérifiez ce qui se trouve entre le client et octroi.',
  },
  gateway_type_unknown: { text: 'La requête n’est pas du JSON en UTF-8.', hint: 'Envoyez-la en application/json.' },
  gateway_busy: { text: 'octroi porte trop de grosses requêtes en ce moment.', hint: 'Réessayez dans un instant.' },
  gateway_stopping: { text: 'octroi s’arrête.', hint: 'Réessayez dans un instant.' },
  gateway_directory_unavailable: {
    text: 'octroi n’a pas pu vérifier cette clé à temps : rien n’a été envoyé.',
    hint: 'Réessayez dans une minute ; un exploitant doit vérifier la base de données.',
  },
  gateway_upstream_unreachable: {
    text: 'Le fournisseur est injoignable ({detail}).',
    hint: 'Réessayez ; un exploitant doit vérifier le réseau et l’adresse du contrat.',
  },
  gateway_upstream_broke_off: { text: 'Le fournisseur a interrompu sa réponse ({detail}).', hint: 'Réessayez.' },
  gateway_upstream_timed_out: { text: 'Le fournisseur n’a rien envoyé pendant trop longtemps.', hint: 'Réessayez.' },
  gateway_upstream_not_api: {
    text: 'Ce qui a répondu est une page web, pas l’API du fournisseur (statut {status}).',
    hint: 'Un exploitant doit vérifier l’adresse du contrat, et la présence d’un proxy ou d’une page de connexion en chemin.',
  },
  gateway_client_left: {
    text: 'Le client est parti avant que quoi que ce soit ne soit envoyé.',
    hint: 'Il n’y a rien à faire : rien n’est sorti.',
  },
  gateway_scan_failed: {
    text: 'L’inspection de cette requête a échoué : rien n’a été envoyé.',
    hint: 'Réessayez. Si cela se reproduit, prévenez un exploitant.',
  },
  gateway_headers_sensitive: {
    text: 'Une donnée sensible figure dans un en-tête ou dans l’adresse de cette requête : rien n’a été envoyé.',
    hint: 'Retirez-la des réglages du client (ANTHROPIC_CUSTOM_HEADERS) ou de l’adresse.',
  },
  gateway_policy_refused: { text: 'La politique le refuse : {text}', hint: 'À faire : {hint}' },
  gateway_answer_encoded: {
    text: 'Le fournisseur a compressé sa réponse alors qu’on lui demandait de ne pas le faire : les valeurs n’ont pas pu y être remises.',
    hint: 'Un exploitant cherchera, sur le chemin du fournisseur, un proxy qui compresse.',
  },
  gateway_capture_failed: {
    text: 'Le contenu devait être capturé et n’a pas pu l’être : rien n’a été envoyé.',
    hint: 'Un exploitant doit vérifier la capture de ce niveau.',
  },
  gateway_upload_malformed: {
    text: 'Le dépôt n’est pas un fichier en multipart/form-data, ou peut se lire de plusieurs façons.',
    hint: 'Déposez avec un SDK Anthropic, un fichier à la fois.',
  },
  gateway_upload_sensitive: {
    text: 'Une donnée sensible a été trouvée dans le fichier ou son nom, et un fichier n’est pas caviardé en chemin.',
    hint: 'Retirez-la du fichier, puis déposez-le à nouveau. Rien n’a été envoyé.',
  },
  gateway_file_unknown: {
    text: 'Cet espace de travail n’a pas ce fichier chez le fournisseur.',
    hint: 'Listez ses fichiers (GET /v1/files) ; un exploitant les voit tous avec `octroi files list`.',
  },
  gateway_hook_prompt_secret: {
    text: 'Votre demande contient un secret ou un mot que votre entreprise garde pour elle ({kind}) ; elle n’a pas été envoyée.',
    hint: 'Retirez-le et renvoyez la demande ; nommez plutôt le fichier ou la variable qui le contient.',
  },
  gateway_hook_tool_secret: {
    text: 'Cet appel ferait sortir un secret ou un mot que l’entreprise garde pour elle ({kind}) ; il a été arrêté.',
    hint: 'Utilisez la variable d’environnement ou le fichier qui contient la valeur, sans l’écrire dans l’appel.',
  },
  gateway_hook_inference_secret: {
    text: 'Quelque chose dans cette conversation ne doit pas quitter votre entreprise ({kind}) ; rien n’a été envoyé.',
    hint: 'Retirez-le, ou commencez une autre conversation sans cela.',
  },
  gateway_hook_failed: {
    text: 'octroi n’a pas pu examiner ceci ; l’appel a été arrêté.',
    hint: 'Réessayez. Si cela dure, un opérateur en trouve la cause dans le journal d’octroi.',
  },
  gateway_hook_unsigned: {
    text: 'La requête de ce hook n’est pas signée avec le secret de cette installation.',
    hint: 'Un opérateur compare `hooks.inferenceSecretFile` avec le secret de signature chez le fournisseur.',
  },
  gateway_labels_malformed: {
    text: 'Les étiquettes d’un dépôt ne se remettent pas sous cette forme ({at}).',
    hint: 'Voir `.octroi.yaml` dans docs/guide/write-a-policy.md.',
  },
  gateway_labels_secret: {
    text: 'Le fichier `.octroi.yaml` d’un dépôt, ou le nom de son dossier, contient un secret ; il n’a pas été pris en compte.',
    hint: 'Retirez le secret : le fichier n’a besoin que de dossiers et de motifs.',
  },
  gateway_labels_too_many: {
    text: 'Cette session a remis trop de fois les étiquettes de ses dépôts.',
    hint: 'Commencez une nouvelle session.',
  },
  gateway_labels_unreadable: {
    text: 'Le fichier `.octroi.yaml` de {root} est illisible ou dépasse 64 Kio. Tant qu’il l’est, chaque fichier de ce dossier a l’étiquette la plus stricte.',
    hint: 'Corrigez-le, puis commencez une nouvelle session.',
  },
  gateway_labels_closed: {
    text: 'Le fichier `.octroi.yaml` de {roots} est illisible : chaque fichier de ce dossier a l’étiquette la plus stricte.',
    hint: 'Corrigez le fichier, puis commencez une nouvelle session.',
  },
  gateway_internal: {
    text: 'octroi a échoué sur cette requête et l’a donc refusée.',
    hint: 'Un exploitant trouvera la panne dans le journal de la passerelle.',
  },
};
