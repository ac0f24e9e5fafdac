import type { fleetErrors as english } from '../../en/errors/fleet.ts';
import type { Translated } from '../../translated.ts';

export const fleetErrors: Translated<typeof english> = {
  fleet_name_invalid: {
    text: 'Le nom d’un poste compte 1 à 100 caractères, sans caractères de commande.',
    hint: 'Par exemple son numéro d’inventaire : octroi device invite PC-0412',
  },
  fleet_name_taken: {
    text: 'Un poste nommé {name} est déjà invité ou inscrit.',
    hint: 'Révoquez d’abord celui-là, ou choisissez un autre nom.',
  },
  fleet_days_invalid: {
    text: 'Un code vaut de 1 à {most} jours.',
    hint: 'Par exemple : --days 7',
  },
  fleet_device_unknown: {
    text: 'Il n’y a pas de poste {device}.',
    hint: 'octroi device list les montre avec leurs identifiants.',
  },
  fleet_device_revoked: {
    text: 'Le poste {device} est déjà révoqué.',
    hint: 'Invitez-le à nouveau pour qu’il fasse ses rapports.',
  },
};
