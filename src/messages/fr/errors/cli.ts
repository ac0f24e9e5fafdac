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
  cli_settings_invalid: {
    text: 'Les réglages ne sont pas valables :{faults}',
    hint: 'Corrigez-les ; tous les réglages sont dans docs/reference/settings.md.',
  },
  cli_settings_unreadable: {
    text: 'Le fichier de réglages {file} est illisible.',
    hint: 'Vérifiez le nom donné à `--config` ou dans OCTROI_CONFIG.',
  },
  cli_port_taken: {
    text: 'Impossible d’écouter sur {address} ({code}).',
    hint: 'Arrêtez ce qui y écoute, ou choisissez un autre port : OCTROI_GATEWAY_PORT, OCTROI_CONSOLE_PORT.',
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
  cli_internal: {
    text: 'octroi a échoué ({detail}).',
    hint: 'Relancez avec OCTROI_TRACE=1 et signalez ce qui s’affiche.',
  },
  cli_file_unwritable: {
    text: 'Le fichier {file} ne peut pas être écrit.',
    hint: 'Vérifiez que son dossier existe et que vous pouvez y écrire.',
  },
};
