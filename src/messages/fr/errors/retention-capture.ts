import type { retentionCaptureErrors as english } from '../../en/errors/retention-capture.ts';
import type { Translated } from '../../translated.ts';

export const retentionCaptureErrors: Translated<typeof english> = {
  retention_capture_unknown: {
    text: 'Il n’y a pas de capture {capture}.',
    hint: 'Copiez l’identifiant depuis `octroi capture list`.',
  },
  retention_capture_invalid: {
    text: 'Une capture demande un niveau, un but de 10 à 500 caractères et de 1 à {most} jours.',
    hint: 'Par exemple : `--label internal --purpose "incident 4711, ce qui est parti" --days 7`.',
  },
  retention_capture_role_missing: {
    text: 'Les captures sont demandées et approuvées par des personnes ayant l’un des rôles {roles}.',
    hint: 'Faites-vous attribuer ce rôle par un exploitant.',
  },
  retention_capture_same_person: {
    text: 'Qui a demandé une capture ne peut pas l’approuver.',
    hint: 'Demandez à une seconde personne ayant ce rôle.',
  },
  retention_capture_closed: {
    text: 'Cette capture a été approuvée, close, ou laissée trop longtemps.',
    hint: 'Consultez `octroi capture list`, puis refaites une demande.',
  },
};
