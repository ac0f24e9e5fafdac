import type { egressErrors as english } from '../../en/errors/egress.ts';
import type { Translated } from '../../translated.ts';

export const egressErrors: Translated<typeof english> = {
  egress_target_malformed: {
    text: 'Ce n’est pas un hôte et un port où se connecter.',
    hint: 'Un tunnel s’ouvre vers un nom d’hôte et un port, comme api.example.com:443.',
  },
  egress_address_literal: {
    text: 'Les connexions vers de simples adresses ne passent pas.',
    hint: 'Utilisez le nom de l’hôte : c’est par lui qu’octroi décide et que le certificat est vérifié.',
  },
  egress_port_refused: {
    text: 'Le port {port} de {host} ne passe pas.',
    hint: 'S’il est nécessaire, demandez à qui exploite octroi : egress.ports.',
  },
  egress_host_denied: {
    text: '{host} ne passe pas ({rule}).',
    hint: 'Ce qui peut servir à la place figure dans la politique de votre entreprise ; demandez à qui exploite octroi.',
  },
  egress_host_unknown: {
    text: '{host} n’est pas un hôte dont la politique de votre entreprise a l’usage.',
    hint: 'S’il est nécessaire au travail, demandez à qui exploite octroi.',
  },
  egress_name_unresolved: {
    text: '{host} n’a pas d’adresse ({cause}).',
    hint: 'Vérifiez le nom.',
  },
  egress_address_private: {
    text: '{host} mène à une adresse à l’intérieur d’un réseau.',
    hint: 'Joignez les hôtes internes directement, sans ce mandataire (NO_PROXY).',
  },
  egress_unreachable: {
    text: '{host} est injoignable ({cause}).',
    hint: 'Recommencez ; si cela dure, demandez à qui exploite le réseau.',
  },
  egress_hello_missing: {
    text: 'Ce qui est venu pour {host} n’est pas du TLS.',
    hint: 'Seul du TLS passe par un tunnel.',
  },
  egress_hello_malformed: {
    text: 'Le début de TLS pour {host} est illisible.',
    hint: 'Mettez le client à jour ; un client qui l’écrit autrement à dessein est refusé.',
  },
  egress_hello_too_slow: {
    text: 'Le début de TLS pour {host} n’est pas venu à temps.',
    hint: 'Recommencez.',
  },
  egress_name_missing: {
    text: 'Le client n’a pas dit dans le tunnel qu’il veut {host}.',
    hint: 'Utilisez un client qui envoie le nom du serveur (SNI).',
  },
  egress_name_foreign: {
    text: 'Dans le tunnel vers {host}, le client a demandé un autre nom.',
    hint: 'Un tunnel mène à l’hôte vers lequel il fut ouvert, et à nul autre.',
  },
  egress_credential_missing: {
    text: 'Ce mandataire doit savoir qui envoie.',
    hint: 'Donnez votre clé octroi comme mot de passe de son adresse : http://octroi:CLÉ@HÔTE:PORT',
  },
  egress_request_malformed: {
    text: 'Ce n’est pas une requête à un mandataire.',
    hint: 'Réglez son adresse comme mandataire (HTTPS_PROXY), et non comme page.',
  },
  egress_unrecorded: {
    text: 'Le registre ne répond pas : rien ne passe.',
    hint: 'Recommencez ; qui exploite octroi voit pourquoi.',
  },
  egress_authority_foreign: {
    text: 'Une requête dans le tunnel vers {host} s’adresse à un autre hôte.',
    hint: 'Ouvrez un tunnel pour chaque hôte ; nommez l’hôte une seule fois.',
  },
  egress_path_ambiguous: {
    text: 'Le chemin de la requête peut se lire de deux façons.',
    hint: 'Écrivez-le sans segments à points, doubles barres, barres inverses, points-virgules ni encodage inutile.',
  },
  egress_path_denied: {
    text: '{path} de {host} ne passe pas ({rule}).',
    hint: 'Le reste de cet hôte fonctionne sans lui ; désactivez-le dans le client pour ne plus recevoir cette réponse.',
  },
  egress_upgrade_refused: {
    text: 'Une requête vers {host} veut continuer dans un autre protocole.',
    hint: 'Dans une connexion inspectée seules des requêtes passent, pas de WebSocket ; s’il le faut, demandez à qui exploite octroi : egress.inspected.',
  },
  egress_upstream_untrusted: {
    text: 'Le certificat de {host} ne tient pas ({cause}).',
    hint: 'Rien n’a été envoyé. Demandez à qui exploite octroi : l’hôte a pu être pris pour un autre.',
  },
  egress_client_distrusts: {
    text: 'Le client n’a pas accepté le certificat d’octroi pour {host}.',
    hint: 'Donnez-lui l’autorité qu’affiche `octroi egress authority` (NODE_EXTRA_CA_CERTS, --cacert), ou demandez à qui exploite octroi : egress.uninspectable.',
  },
  egress_log_unrecognised: {
    text: 'Le journal {file} n’est dans aucun format qu’octroi reconnaisse.',
    hint: 'Nommez son format : `--format`. Un tableau a besoin de sa ligne d’en-tête ; un fichier tourné peut l’avoir perdue.',
  },
  egress_log_ambiguous: {
    text: 'Le journal {file} peut être dans plusieurs formats : {formats}.',
    hint: 'Nommez le bon : `--format`.',
  },
};
