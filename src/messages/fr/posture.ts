import type { posture as english } from '../en/posture.ts';
import type { Translated } from '../translated.ts';

export const posture: Translated<typeof english> = {
  'state.met': 'satisfait',
  'state.not_met': 'non satisfait',
  'state.unknown': 'inconnu',
  'control.terms-stand': 'Les conditions disent toujours ce sur quoi reposent les faits en vigueur',
  'control.terms-watch': 'Le catalogue est comparé à des archives des conditions des fournisseurs',
  'control.catalogue-review': 'Chaque valeur du catalogue a été relue à sa date',
  'control.contracts-review': 'Chaque contrat a été revu à sa date',
  'control.contracts-agree': 'La politique parle des contrats réellement tenus',
  'control.contracts-run': 'Aucun contrat n’a été arrêté',
  'control.hooks-answer': 'Les hooks interrogent dans chaque session qui appelle des outils',
  'control.plans-proven': 'L’offre sous laquelle partent les échanges est prouvée',
  'evidence.watch_never':
    'Aucune comparaison n’est enregistrée. Nommez des archives d’Open Terms Archive dans `catalogue.archives`.',
  'evidence.watch_fresh': 'La dernière comparaison date du {ranAt}.',
  'evidence.watch_late': 'La dernière comparaison date du {ranAt} ; une autre était attendue avant le {dueAt}.',
  'evidence.watch_failed': 'La comparaison du {ranAt} a échoué [{fault}].',
  'evidence.watch_other': 'Le catalogue {watched} a été comparé ; {version} est en vigueur.',
  'evidence.archive_old': '{collection} n’a rien enregistré depuis le {headAt}.',
  'evidence.fact_stale': '{fact} : son passage a disparu des conditions.',
  'evidence.fact_returned': '{fact} : le catalogue le dit terminé, et les conditions le contiennent.',
  'evidence.facts_unclear': 'Faits dont les archives ne montrent pas clairement le passage : {count}.',
  'evidence.facts_unwatched': 'Faits dont aucune archive donnée ne contient les documents : {count}.',
  'evidence.facts_stand': 'Faits dont le passage est toujours là : {count}.',
  'evidence.values_overdue': 'Valeurs du catalogue {version} que personne n’a relues à temps : {count}.',
  'evidence.values_reviewed': 'Toutes les valeurs du catalogue {version} ont été lues à temps.',
  'evidence.no_contract': 'Aucun contrat n’est tenu.',
  'evidence.review_missing': '{contract} : octroi.yaml ne fixe pas de date de revue (`reviewOn`).',
  'evidence.review_overdue': '{contract} : sa revue était due le {reviewOn}. Ce qui était convenu ne compte plus.',
  'evidence.review_ahead': '{contract} : à revoir avant le {reviewOn}.',
  'evidence.contract_unnamed':
    '{contract} ({held}) est tenu par le poste sans être nommé dans octroi.yaml : la politique ne connaît pas ses conditions.',
  'evidence.contract_unheld':
    '{contract} ({inPolicy}) figure dans octroi.yaml sans être tenu par le poste : rien ne part sous ce contrat.',
  'evidence.plan_differs': '{contract} : octroi.yaml indique l’offre {inPolicy}, le poste tient {held}.',
  'evidence.organization_differs':
    '{contract} : octroi.yaml indique l’organisation {inPolicy}, le poste attend que {held} réponde.',
  'evidence.organization_unchecked':
    '{contract} : octroi.yaml indique l’organisation {inPolicy} ; le poste n’en tient aucune, et personne ne vérifie laquelle répond.',
  'evidence.contracts_agree': 'Contrats identiques des deux côtés : {count}.',
  'evidence.contract_stopped': '{contract} a été arrêté le {stoppedAt} : une autre organisation a répondu.',
  'evidence.contracts_run': 'Contrats actifs : {count}.',
  'evidence.no_sessions': 'Aucune session n’a appelé d’outil ces {days} derniers jours.',
  'evidence.sessions_unhooked':
    'Sessions ayant appelé des outils ces {days} derniers jours sans qu’un hook n’interroge : {count} sur {of}.',
  'evidence.sessions_hooked':
    'Sessions ayant appelé des outils ces {days} derniers jours et dont les hooks ont interrogé : {count} sur {of}.',
  'evidence.no_exchanges': 'Aucun échange n’est parti ces {days} derniers jours.',
  'evidence.plans_unknown': 'Offre inconnue du catalogue : {count} des {of} derniers échanges ({days} jours au plus).',
  'evidence.plans_declared':
    'Offre indiquée par le seul contrat : {count} des {of} derniers échanges ({days} jours au plus).',
  'evidence.plans_proven':
    'Offre prouvée par l’organisation qui a répondu : {count} des {of} derniers échanges ({days} jours au plus).',
  'control.no-way-around': 'Personne ne contourne la passerelle',
  'control.telemetry-whole': 'Les clients rendent compte d’eux-mêmes sans trou',
  'evidence.ways_around':
    'Sources ayant atteint l’API d’un fournisseur sans passer par la passerelle ces {days} derniers jours, vues par le mandataire : {count}.',
  'evidence.ways_around_in_logs':
    'Sources ayant atteint l’API d’un fournisseur sans passer par la passerelle ces {days} derniers jours, d’après les journaux importés : {count}.',
  'evidence.ways_in_logs_unsure':
    'Sources ayant atteint l’API d’un fournisseur ces {days} derniers jours, d’après les journaux importés : {count}. On ignore si la passerelle en est : nommez-la dans `egress.gatewaySources`.',
  'evidence.sightings_explained':
    'Connexions vers l’API d’un fournisseur dans les journaux importés de ces {days} derniers jours, toutes de la passerelle : {count}.',
  'evidence.sessions_untold':
    'Sessions dont le client annonce plus de requêtes que la passerelle n’en a vu ces {days} derniers jours : {count} sur {of}.',
  'evidence.no_flows':
    'Le mandataire n’a vu aucune connexion ces {days} derniers jours : il ne peut témoigner de rien.',
  'evidence.no_telemetry': 'Aucun client n’a livré de télémétrie ces {days} derniers jours.',
  'evidence.cross_check_cut': 'Il y a eu ces {days} derniers jours plus que ce qui est parcouru.',
  'evidence.ways_refused':
    'Sources ayant tenté de contourner la passerelle ces {days} derniers jours, et refusées : {count}.',
  'evidence.flows_explained':
    'Connexions vues par le mandataire ces {days} derniers jours, aucune ne contournant la passerelle : {count}.',
  'evidence.sessions_told':
    'Sessions de ces {days} derniers jours dont le client n’annonce aucune requête que la passerelle n’ait vue : {count}.',
  'evidence.sessions_blind':
    'Sessions avec des trous dans ce qu’a rapporté leur client ces {days} derniers jours : {count} sur {of}.',
  'evidence.sessions_silent': 'Sessions dont le client n’a rien rapporté ces {days} derniers jours : {count} sur {of}.',
  'evidence.sessions_whole':
    'Sessions dont le client a rapporté sans trou ces {days} derniers jours : {count} sur {of}.',
  'control.zdr-evaluated': 'La rétention zéro a fait l’objet d’une décision, qui vaut encore',
  'evidence.zdr_decided': '{evaluation} : décidée jusqu’au {expiresOn}.',
  'evidence.zdr_undecided': 'Rien n’a été décidé sur la rétention zéro pour {plan}.',
  'evidence.zdr_expired': '{evaluation} : la décision valait jusqu’au {expiresOn}.',
  'evidence.zdr_plan_gone': '{evaluation} : le catalogue ne contient plus l’offre {plan}.',
  'evidence.zdr_facts_changed':
    '{evaluation} : faits du catalogue sur lesquels elle repose et qui ont changé : {count} (le premier : {first}).',
  'evidence.zdr_volume_grown':
    '{evaluation} : {counted} échanges par an portant {label} sont comptés ; elle a été prise pour {decided}.',
  'evidence.zdr_label_new': '{evaluation} : {label} sort, ce qui n’était pas le cas lors de la décision.',
  'evidence.zdr_model_outside': '{evaluation} : un modèle que la rétention zéro ne couvre pas est utilisé : {model}.',
  'control.telemetry-off': 'La télémétrie est coupée dans tous les profils de tous les postes',
  'control.free-product-forbidden': 'Le produit gratuit est interdit et personne ne l’utilise',
  'control.flows-audited': 'Les connexions vers les fournisseurs d’IA sont auditées',
  'control.people-trained': 'Toute personne qui peut envoyer est formée',
  'evidence.no_workstations': 'Aucun poste n’est inscrit : aucun ne dit rien de lui-même.',
  'evidence.workstations_tell':
    'Postes où la télémétrie, les rapports d’erreur ou les retours sont actifs dans un profil : {count} sur {of}.',
  'evidence.workstations_unsure':
    'Postes dont on ne sait pas si la télémétrie est coupée, postes muets compris : {count} sur {of}.',
  'evidence.workstations_quiet':
    'Postes qui déclarent télémétrie, rapports d’erreur et retours coupés dans tous les profils : {count} sur {of}.',
  'evidence.workstations_consumer': 'Postes où quelqu’un est connecté avec un compte grand public : {count} sur {of}.',
  'evidence.workstations_login_unsure': 'Postes dont on ne connaît pas la nature du compte : {count} sur {of}.',
  'evidence.workstations_commercial': 'Postes qui ne déclarent aucun compte grand public : {count} sur {of}.',
  'evidence.consumer_passed': 'Connexions vers des produits grand public admises ces {days} derniers jours : {count}.',
  'evidence.consumer_kept_out':
    'Aucune connexion vers un produit grand public admise ces {days} derniers jours ; refusées : {count}.',
  'evidence.no_free_plans':
    'Le catalogue ne connaît aucune offre grand public : nul ne peut dire si elle est interdite.',
  'evidence.free_plans_open':
    'Offres grand public vers lesquelles la politique laisserait partir quelque chose : {count} ({plans}).',
  'evidence.free_plans_closed':
    'La politique {policy} ne laisse rien partir vers aucune des offres grand public connues du catalogue : {count}.',
  'evidence.logs_unread': 'Aucun journal d’un autre mandataire ou résolveur n’a été lu ces {days} derniers jours.',
  'evidence.logs_broken':
    'Journaux lus qui s’arrêtaient trop tôt ou contenaient des lignes illisibles : {count} sur {of}.',
  'evidence.logs_read':
    'Journaux d’autres mandataires et résolveurs lus en entier ces {days} derniers jours : {count}.',
  'evidence.flows_compared':
    'Connexions relevées par le mandataire et comparées à la passerelle et aux clients, {days} derniers jours : {count}.',
  'evidence.no_people': 'Personne ne peut encore envoyer.',
  'evidence.people_untrained':
    'Personnes qui peuvent envoyer et dont la formation n’est pas valable : {count} sur {of}.',
  'evidence.people_exempt': 'Personnes admises quelques heures sans leur formation : {count} sur {of}.',
  'evidence.people_trained': 'Personnes dont tous les modules sont valables ({modules}) : {count} sur {of}.',
};
