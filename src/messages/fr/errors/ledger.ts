import type { ledgerErrors as english } from '../../en/errors/ledger.ts';
import type { Translated } from '../../translated.ts';

export const ledgerErrors: Translated<typeof english> = {
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
  ledger_unseal_failed: {
    text: 'Un enregistrement ne s’ouvre pas : il a été modifié dans la base, ou sa clé est une autre.',
    hint: 'Vérifiez la base et la clé maîtresse ; restaurez ce qui a été modifié.',
  },
};
