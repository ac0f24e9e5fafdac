import type { gatewayDeviceErrors as english } from '../../en/errors/gateway-devices.ts';
import type { Translated } from '../../translated.ts';

export const gatewayDeviceErrors: Translated<typeof english> = {
  gateway_device_code_unknown: {
    text: 'Ce code d’inscription n’ouvre rien : il a servi, est échu ou n’a jamais existé.',
    hint: 'Demandez-en un nouveau : octroi device invite NOM',
  },
  gateway_device_unknown: {
    text: 'Ce poste n’est pas inscrit ici.',
    hint: 'Inscrivez-le avec un code à usage unique : octroi endpoint enrol --gateway URL --code CODE',
  },
  gateway_device_revoked: {
    text: 'Ce poste a été révoqué : ce qu’il dit ne compte plus.',
    hint: 'Demandez à qui exploite octroi de l’inviter à nouveau.',
  },
  gateway_device_malformed: {
    text: 'Ce n’est ni une inscription ni un rapport comme octroi les écrit (à {at}).',
    hint: 'Mettez le programme du poste à la version de ce serveur.',
  },
  gateway_device_signature_invalid: {
    text: 'La signature n’est pas celle de ce poste.',
    hint: 'Inscrivez à nouveau le poste si sa clé est perdue.',
  },
  gateway_device_foreign: {
    text: 'Le rapport est celui d’un autre poste que celui qui l’envoie.',
    hint: 'Envoyez chaque rapport depuis son propre poste.',
  },
  gateway_device_clock: {
    text: 'Le rapport est daté du {reportedAt}, qui n’est pas encore venu.',
    hint: 'Réglez l’horloge du poste, puis refaites le rapport.',
  },
  gateway_device_secret: {
    text: 'Le rapport contient un secret : il n’a pas été pris.',
    hint: 'Mettez le programme du poste à la version de ce serveur : il laisse les secrets de côté.',
  },
  gateway_device_out_of_order: {
    text: 'Le rapport {sequence} vient après un plus récent, ou un autre a été pris sous son numéro.',
    hint: 'Si le poste a été rétabli d’une copie, inscrivez-le à nouveau.',
  },
};
