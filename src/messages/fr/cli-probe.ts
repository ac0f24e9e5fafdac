import type { cliProbe as english } from '../en/cli-probe.ts';
import type { Translated } from '../translated.ts';

export const cliProbe: Translated<typeof english> = {
  'endpointProbe.summary':
    'Faire tourner un client dans un laboratoire sans réseau, et voir ce qu’il cherche à joindre',
  'endpointProbe.notes':
    'Clients : claude-code, copilot-cli, codex, gemini-cli. Chacun tourne avec un dossier personnel à lui et des identifiants qui\nn’ouvrent rien, une fois sans aucun réglage et une fois avec ceux en vigueur ici ; des doublures lui répondent.\nCodes de sortie : 0 rien au-delà de la passerelle (ou, sans elle, de ce qu’exige l’API du fournisseur), 1 quelque chose\nau-delà, ou autre chose que ce que le catalogue a noté de cette version, 3 tout n’a pas pu être vu, ou le client n’est pas\nallé assez loin pour le dire.',
  'option.all': 'tous les clients installés ici',
  'option.program': 'le programme du client, si le PATH ne le désigne pas',
  'option.profile': 'juger avec ce profil géré, et non avec les réglages en vigueur ici',
  'option.set': 'fixer aussi cette variable : NOM=VALEUR (peut se répéter)',
  'option.mode': 'one-shot ou interactive (par défaut les deux)',
  'option.each-alone': 'essayer aussi chaque variable seule, pour mesurer laquelle fait taire quoi',
  'option.record': 'garder au catalogue ce qui a été vu sans aucun réglage, pour cette version',
  'option.without-namespace':
    'le faire tourner là où aucun espace de noms n’est permis : ce qui contourne le mandataire n’est alors ni retenu ni vu',
  'option.watch-seconds': 'combien de temps une session est observée après sa réponse (par défaut 10)',
  'option.probes': 'ce que des versions de clients ont cherché à joindre au laboratoire',
  'endpointProbe.head': '{name} {version} ({program})',
  'endpointProbe.guarantee.namespace':
    'Rien ne pouvait sortir : il n’y avait d’autre réseau que la boucle locale, et le noyau a compté chaque connexion.',
  'endpointProbe.guarantee.proxy_only':
    'NON RETENU : sans espace de noms, ce qui contourne le mandataire n’est ni retenu ni vu, et les fichiers gérés de ce poste comptent dans chaque essai. Ce n’est pas une preuve de silence.',
  'endpointProbe.columns': 'RÉGLAGES|MODE|PORTÉE|CE QUI EST CHERCHÉ|FOIS|PAR|IDENTIFIANT ENVOYÉ',
  'endpointProbe.settings.none': 'aucun réglage',
  'endpointProbe.settings.machine': 'en vigueur ici',
  'endpointProbe.settings.profile': 'profil',
  'endpointProbe.settings.variable': 'seul',
  'endpointProbe.mode.one_shot': 'question unique',
  'endpointProbe.mode.interactive': 'interactif',
  'endpointProbe.bearing.gateway': 'passerelle',
  'endpointProbe.bearing.needed': 'nécessaire',
  'endpointProbe.bearing.beyond': 'AU-DELÀ',
  'endpointProbe.way.proxy': 'le mandataire',
  'endpointProbe.way.direct': 'sans le mandataire',
  'endpointProbe.way.name': 'serveur de noms',
  'endpointProbe.way.datagram': 'datagramme',
  'endpointProbe.nothing': 'rien',
  'endpointProbe.reached.answered': '{settings}, {mode} : a demandé, et a eu sa réponse.',
  'endpointProbe.reached.asked':
    '{settings}, {mode} : a cherché à joindre quelque chose sans arriver à une réponse. Il montrait : {shown}',
  'endpointProbe.reached.nothing':
    '{settings}, {mode} : n’a rien cherché à joindre et n’est arrivé à aucune réponse. Il montrait : {shown}',
  'endpointProbe.unseen':
    '{settings}, {mode} : {refused} connexions et {datagrams} datagrammes sont allés où personne n’écoute ; on ne sait pas où.',
  'endpointProbe.leftBehind': '{settings}, {mode} : tournait encore une fois le client fini : {programs}',
  'endpointProbe.silenced': 'MODE|RÉDUIT AU SILENCE|PAR|SU PAR',
  'endpointProbe.basis.measured': 'mesuré',
  'endpointProbe.basis.catalogue': 'le catalogue',
  'endpointProbe.basis.unknown': 'inconnu (--each-alone le mesure)',
  'endpointProbe.same': 'Ce que le catalogue a noté de {version} : {missing} non vus, {added} vus en plus.',
  'endpointProbe.other':
    'Le catalogue n’a rien noté de cette version. Auprès de {version} : {missing} non vus, {added} vus en plus.',
  'endpointProbe.noRecord': 'Le catalogue n’a rien noté d’aucune version de ce client.',
  'endpointProbe.missing': '  - {mode} : {line}',
  'endpointProbe.added': '  + {mode} : {line}',
  'endpointProbe.unknownHosts': 'Hôtes que le catalogue ne connaît pas : {hosts}',
  'endpointProbe.verdict.quiet': 'octroi : {name} {version} avec ces réglages ne cherche rien au-delà.',
  'endpointProbe.verdict.speaks':
    'octroi : {name} {version} avec ces réglages cherche encore ce qui est marqué AU-DELÀ.',
  'endpointProbe.verdict.unknown':
    'octroi : on ne sait pas si {name} {version} se tait avec ces réglages : voyez ci-dessus ce qui n’a pas été vu ou atteint.',
  'endpointProbe.running': 'octroi : {name}, {settings}, {mode}…',
  'endpointProbe.recorded': 'octroi : noté dans {path}. À voir avec : octroi catalogue show --probes',
  'endpointProbe.absent': 'octroi : {name} n’est pas installé ici ({command}) ; laissé de côté.',
  'catalogueShow.probes': 'CLIENT|VERSION|MODE|CHERCHÉ SANS AUCUN RÉGLAGE|DEPUIS|SELON',
  'catalogueShow.probeShipped': 'le catalogue',
  'catalogueShow.probeHere': 'noté ici',
};
