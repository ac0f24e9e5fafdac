import type { cliCatalogue as english } from '../en/cli-catalogue.ts';
import type { Translated } from '../translated.ts';

export const cliCatalogue: Translated<typeof english> = {
  'option.vendor': 'seulement ce fournisseur, par son identifiant (anthropic, github, aws…)',
  'option.on': 'à ce jour (par défaut aujourd’hui)',
  'option.claims': 'les affirmations du livre blanc et ce qu’en disent les preuves',
  'option.hosts': 'les hôtes au lieu des offres',
  'option.fact': 'un fait, avec sa source, ses ancres et ce qui le contredit',
  'option.archive': 'un clone, un bundle ou l’adresse d’un dépôt de versions Open Terms Archive ; peut être répété',
  'option.approve': 'l’empreinte du catalogue dont vous avez lu les changements',
  'option.file': 'un catalogue modifié (JSON) au lieu de celui en vigueur',
  'option.signing-key': 'la clé Ed25519 qui signe, un fichier PEM',
  'catalogueShow.summary': 'Montrer ce qui s’applique à quelle offre, à tout jour, avec dates et sources',
  'catalogueShow.head': 'Catalogue {version}, au {on}',
  'catalogueShow.plans': 'FOURNISSEUR|OFFRE|PUBLIC|USAGE PRO|ENTRAÎNE|ZDR|CONTESTÉ',
  'catalogueShow.products': 'PRODUIT|NOM|REMPLACÉ PAR|FIN DE PRISE EN CHARGE|NOTE',
  'catalogueShow.facts': 'CRITÈRE|OBJET|VALEUR|DEPUIS|CONFIANCE|SOURCE DU|FAIT',
  'catalogueShow.hosts': 'HÔTE|EXPLOITANT|USAGE|REQUIS|OFFRES|NOTE',
  'catalogueShow.plan': '{name} ({vendor}/{plan}) : {audience}, {status}',
  'catalogueShow.successor': 'Remplacée par {plan} ; fin de prise en charge {end}.',
  'catalogueShow.contested':
    'Les sources se contredisent sur : {criteria}. Toutes sont montrées ; celle qui prend le plus compte.',
  'catalogueShow.fact':
    '{fact} : {criterion} : {value}\n  offres      {plans}\n  en vigueur  du {from} au {to}\n  confiance   {confidence}, à revoir avant le {review}\n  source      {url} ({dated}, lu le {read})',
  'catalogueShow.note': '  note        {note}',
  'catalogueShow.conflict': '  contredit   {fact} : {value} ({url})',
  'catalogueShow.anchor': '  ancre       « {passage} » ({collection}, {service} {terms}, {at}, {region})',
  'catalogueDiff.summary': 'Montrer ce qui a changé entre deux jours ou deux catalogues',
  'catalogueDiff.none': 'octroi : rien ne diffère.',
  'catalogueDiff.entries': '\nEntrées ({count})',
  'catalogueDiff.answers': 'Ce dont dépendent les décisions ({count})',
  'catalogueDiff.answerColumns': 'OFFRE ET RÉPONSE|AVANT|APRÈS|REPOSE SUR',
  'catalogueCheck.summary': 'Vérifier que chaque valeur a sa source et qu’aucune relecture n’est en retard',
  'catalogueCheck.done':
    'Catalogue {version} : {entries} valeurs en vigueur le {on}, de {sources} sources ; confiance {high} élevée, {medium} moyenne, {low} faible.\nChaque valeur a sa source, sa date, son jour de lecture et son jour de relecture. Prochaine relecture avant le {next}.',
  'catalogueCheck.contradictions': '{count} contradictions entre sources sont conservées : {pairs}',
  'catalogueCheck.overdue': 'octroi : {count} valeurs attendent une relecture en retard :',
  'catalogueCheck.columns': 'VALEUR|À REVOIR AVANT|SOURCE',
  'catalogueWatch.summary':
    'Chercher dans des archives de conditions publiques si les passages qui fondent les faits tiennent toujours',
  'catalogueWatch.archive': 'Archive {collection} ({place}) : dernier relevé {headAt}, il y a {ageDays} jours.',
  'catalogueWatch.old':
    'octroi : {collection} n’a rien relevé depuis {ageDays} jours : ce qui « tient » ci-dessous tenait le {headAt}.',
  'catalogueWatch.columns': 'FAIT|ÉTAT|TIENT DEPUIS|DERNIER CHANGEMENT DU TEXTE|OÙ',
  'catalogueWatch.lowerBound': 'avant le {day}',
  'catalogueWatch.lost':
    '\n{fact} est périmé : {service} {terms} avait le passage le {lastGood} et ne l’a plus le {lostIn}.',
  'catalogueWatch.returned': '\n{fact} est terminé selon le catalogue, mais la version la plus récente a son passage.',
  'catalogueWatch.before': '  avant  {text}',
  'catalogueWatch.after': '  après  {text}',
  'catalogueWatch.nothingLeft': '(rien de semblable ne reste)',
  'catalogueWatch.others': '  et {count} autres paragraphes qui diffèrent',
  'catalogueWatch.resting': '  en dépend : {what}',
  'catalogueWatch.sum':
    '\n{stands} tiennent, {stale} périmés, {returned} revenus, {ended} terminés comme le dit le catalogue, {unclear} incertains, {unwatched} dans aucune archive donnée.',
  'catalogueImport.summary': 'Prendre un catalogue plus récent et signé, après avoir montré ce qu’il change',
  'catalogueImport.plan':
    'Catalogue {version}, signé et plus récent que {current}. Il changerait {entries} entrées et {answers} réponses dont dépendent des décisions.',
  'catalogueImport.approve':
    'octroi : rien n’est encore changé. Pour le prendre : octroi catalogue import {file} --approve {digest}',
  'catalogueImport.done': 'octroi : le catalogue {version} est en vigueur.',
  'catalogueExport.summary': 'Écrire le catalogue dans un fichier, signé si une clé est donnée',
  'catalogueExport.key': 'octroi : signé. Qui l’importera épingle cette clé publique sous `catalogue.keys` : {key}',
  'catalogueExport.unsigned':
    'octroi : non signé, donc pas importable tel quel. Modifiez-le, puis : octroi catalogue export --file FICHIER --signing-key CLÉ',
};
