import type { Detector } from '../../../detector.ts';
import { adobe } from './adobe.ts';
import { adyen } from './adyen.ts';
import { airtable } from './airtable.ts';
import { apify } from './apify.ts';
import { braintree } from './braintree.ts';
import { brevo } from './brevo.ts';
import { cal } from './cal.ts';
import { clickup } from './clickup.ts';
import { cockroach } from './cockroach.ts';
import { contentful } from './contentful.ts';
import { dbt } from './dbt.ts';
import { deepl } from './deepl.ts';
import { deno } from './deno.ts';
import { discord } from './discord.ts';
import { dropbox } from './dropbox.ts';
import { dub } from './dub.ts';
import { duffel } from './duffel.ts';
import { dynatrace } from './dynatrace.ts';
import { easypost } from './easypost.ts';
import { facebook } from './facebook.ts';
import { figma } from './figma.ts';
import { flutterwave } from './flutterwave.ts';
import { gocardless } from './gocardless.ts';
import { grafana } from './grafana.ts';
import { honeycomb } from './honeycomb.ts';
import { hubspot } from './hubspot.ts';
import { inngest } from './inngest.ts';
import { instagram } from './instagram.ts';
import { intercom } from './intercom.ts';
import { klaviyo } from './klaviyo.ts';
import { kong } from './kong.ts';
import { linear } from './linear.ts';
import { lob } from './lob.ts';
import { mailchimp } from './mailchimp.ts';
import { mailgun } from './mailgun.ts';
import { mapbox } from './mapbox.ts';
import { materialize } from './materialize.ts';
import { microsoftTeams } from './microsoft-teams.ts';
import { mollie } from './mollie.ts';
import { newrelic } from './newrelic.ts';
import { notion } from './notion.ts';
import { nylas } from './nylas.ts';
import { octroi } from './octroi.ts';
import { onesignal } from './onesignal.ts';
import { paddle } from './paddle.ts';
import { plaid } from './plaid.ts';
import { polar } from './polar.ts';
import { posthog } from './posthog.ts';
import { postman } from './postman.ts';
import { prefect } from './prefect.ts';
import { pubnub } from './pubnub.ts';
import { readme } from './readme.ts';
import { resend } from './resend.ts';
import { salesforce } from './salesforce.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { shippo } from './shippo.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { square } from './square.ts';
import { stripe } from './stripe.ts';
import { svix } from './svix.ts';
import { telegram } from './telegram.ts';
import { telnyx } from './telnyx.ts';
import { tinybird } from './tinybird.ts';
import { triggerDev } from './trigger-dev.ts';
import { twilio } from './twilio.ts';
import { twitter } from './twitter.ts';
import { typeform } from './typeform.ts';
import { zapier } from './zapier.ts';

/** Tokens of messaging, mail, payment, observability and other services. */
export const serviceTokens: readonly Detector[] = [
  adobe,
  adyen,
  airtable,
  apify,
  braintree,
  brevo,
  cal,
  clickup,
  cockroach,
  contentful,
  dbt,
  deepl,
  deno,
  discord,
  dropbox,
  dub,
  duffel,
  dynatrace,
  easypost,
  facebook,
  figma,
  flutterwave,
  gocardless,
  grafana,
  honeycomb,
  hubspot,
  inngest,
  instagram,
  intercom,
  klaviyo,
  kong,
  linear,
  lob,
  mailchimp,
  mailgun,
  mapbox,
  materialize,
  microsoftTeams,
  mollie,
  newrelic,
  notion,
  nylas,
  octroi,
  onesignal,
  paddle,
  plaid,
  polar,
  posthog,
  postman,
  prefect,
  pubnub,
  readme,
  resend,
  salesforce,
  sendgrid,
  sentry,
  shippo,
  shopify,
  slack,
  square,
  stripe,
  svix,
  telegram,
  telnyx,
  tinybird,
  triggerDev,
  twilio,
  twitter,
  typeform,
  zapier,
].flat();
