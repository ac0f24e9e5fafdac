import type { cliErrors as english } from '../../en/errors/cli.ts';
import type { Translated } from '../../translated.ts';

export const cliErrors: Translated<typeof english> = {
  cli_command_unknown: {
    text: 'Il n’y a pas de commande `{command}`.',
    hint: 'Lancez `octroi --help` pour en avoir la liste.',
  },
  cli_option_invalid: {
    text: '{option} n’est pas valable : {value}',
    hint: 'Lancez la commande avec `--help` pour ses options et des exemples.',
  },
  cli_option_missing: {
    text: '{option} manque.',
    hint: 'Lancez la commande avec `--help` pour ses options et des exemples.',
  },
  cli_option_unknown: {
    text: '`octroi {command}` n’accepte pas {option}.',
    hint: 'Lancez la commande avec `--help` pour ses options et des exemples.',
  },
  cli_settings_invalid: {
    text: 'Les réglages ne sont pas valables :{faults}',
    hint: 'Corrigez-les ; tous les réglages sont dans docs/reference/settings.md.',
  },
  cli_settings_unreadable: {
    text: 'Le fichier de réglages {file} est illisible.',
    hint: 'Vérifiez le nom donné à `--config` ou dans OCTROI_CONFIG.',
  },
  cli_compliance_key_missing: {
    text: 'Le contrat {name} n’a pas de clé pour l’API de conformité.',
    hint: 'Donnez-la : `octroi compliance key --contract {name} < cle.txt`.',
  },
  cli_key_unknown: {
    text: 'Ce n’est pas une clé octroi valable ici.',
    hint: 'Donnez votre propre clé sur l’entrée standard : `… < ma-cle-octroi`.',
  },
  cli_plan_unknown: {
    text: 'Le catalogue ne connaît pas d’offre {plan} de ce fournisseur.',
    hint: 'Nommez celle que vous avez : {plans}. `octroi catalogue show` en donne les conditions.',
  },
  cli_port_taken: {
    text: 'Impossible d’écouter sur {address} ({code}).',
    hint: 'Arrêtez ce qui y écoute, ou choisissez un autre port : OCTROI_GATEWAY_PORT, OCTROI_CONSOLE_PORT.',
  },
  cli_tls_invalid: {
    text: 'Impossible de parler TLS avec {files} ({cause}).',
    hint: 'Les deux doivent être en PEM, et la clé celle du certificat : egress.tlsCertificate, egress.tlsKey, egress.callerAuthorities.',
  },
  cli_data_unusable: {
    text: 'Le dossier de données {folder} ne peut être créé ou écrit ({code}).',
    hint: 'Vérifiez que c’est un dossier où vous pouvez écrire, ou nommez-en un autre avec `--data`.',
  },
  cli_data_is_demo: {
    text: 'Ce dossier de données contient une démonstration.',
    hint: 'Choisissez un autre dossier avec `--data` ; échanges imaginaires et réels ne partagent jamais un registre.',
  },
  cli_data_is_real: {
    text: 'Ce dossier de données contient un vrai registre.',
    hint: 'Choisissez un autre dossier avec `--data` ; échanges imaginaires et réels ne partagent jamais un registre.',
  },
  cli_file_unreadable: {
    text: 'Le fichier {file} est illisible.',
    hint: 'Vérifiez son nom et que vous pouvez le lire.',
  },
  cli_authorities_unreadable: {
    text: 'Le fichier {file} ne contient pas de certificats lisibles.',
    hint: 'egress.upstreamAuthorities désigne un fichier de certificats en PEM.',
  },
  cli_file_unwritable: {
    text: 'Impossible d’écrire le fichier {file}.',
    hint: 'Vérifiez que son dossier existe et que vous pouvez y écrire.',
  },
  cli_verifier_missing: {
    text: 'Le programme de l’auditeur n’est pas construit : {file} est illisible.',
    hint: 'Exécutez `npm run build:verifier`, puis de nouveau la commande.',
  },
  cli_source_refused: { text: '{file} est inutilisable : {reason} [{code}]', hint: 'Rien n’a été fait. {advice}' },
  cli_line_invalid: {
    text: 'La ligne {line} est {reason}.',
    hint: 'Chaque ligne est un objet JSON avec un id et un texte : {"id": 1, "text": "…"}',
  },
  cli_text_unscanned: {
    text: '{name} n’a pas été inspecté : {reason}.',
    hint: 'Ne le tenez pas pour propre. Réessayez avec moins de règles importées, ou inspectez-le par morceaux.',
  },
  cli_git_missing: {
    text: 'Le programme `git` est nécessaire pour lire archives et historiques, et il n’est pas là.',
    hint: 'Installez git, ou lancez ceci là où il se trouve.',
  },
  cli_archive_unreadable: {
    text: 'L’archive {archive} est illisible.',
    hint: 'Donnez un clone entier qui vous appartient, un bundle, ou l’adresse d’un dépôt de versions Open Terms Archive.',
  },
  cli_history_unreadable: {
    text: 'git n’a pas pu lire cela : {detail}',
    hint: 'Nommez un fichier, un commit, une plage comme v1.2..HEAD, ou staged, dans un arbre de travail Git ; --repository DOSSIER dit lequel.',
  },
  cli_marks_invalid: {
    text: 'Ce qui est arrivé n’est pas une liste de marques : {path}.',
    hint: 'Refaites-la là où se trouve l’arbre de travail : octroi provenance marks PLAGE > marques.json',
  },
  cli_passage_empty: {
    text: '{file} n’a pas de ligne de {from} à {to}.',
    hint: 'Nommez des lignes que le fichier a dans l’arbre de travail.',
  },
  cli_archive_foreign: {
    text: 'Aucune de ces archives ne contient un document sur lequel repose le catalogue : rien n’a été vérifié.',
    hint: 'Donnez des dépôts de versions d’Open Terms Archive, comme genai-eu-versions et genai-contrib-versions.',
  },
  cli_catalogue_older: {
    text: 'Le catalogue en vigueur était {before} ; celui qui est là est {now}. Le catalogue importé a disparu, ou un plus ancien l’a remplacé.',
    hint: 'Importez-le de nouveau : octroi catalogue import FICHIER. Si le plus ancien est voulu : octroi up --older-catalogue',
  },
  cli_internal: {
    text: 'octroi a échoué ({detail}).',
    hint: 'Relancez avec OCTROI_TRACE=1 et signalez ce qui s’affiche.',
  },
};
