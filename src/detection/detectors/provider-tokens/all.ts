import type { Detector } from '../../detector.ts';
import { adobe } from './adobe.ts';
import { adyen } from './adyen.ts';
import { age } from './age.ts';
import { airtable } from './airtable.ts';
import { alibaba } from './alibaba.ts';
import { anthropic } from './anthropic.ts';
import { apify } from './apify.ts';
import { atlassian } from './atlassian.ts';
import { aws } from './aws.ts';
import { azure } from './azure.ts';
import { braintree } from './braintree.ts';
import { brevo } from './brevo.ts';
import { buildkite } from './buildkite.ts';
import { cal } from './cal.ts';
import { cerebras } from './cerebras.ts';
import { chromatic } from './chromatic.ts';
import { circleci } from './circleci.ts';
import { clickup } from './clickup.ts';
import { clojars } from './clojars.ts';
import { cloudflare } from './cloudflare.ts';
import { cockroach } from './cockroach.ts';
import { contentful } from './contentful.ts';
import { crates } from './crates.ts';
import { databricks } from './databricks.ts';
import { dbt } from './dbt.ts';
import { deepl } from './deepl.ts';
import { deepseek } from './deepseek.ts';
import { deno } from './deno.ts';
import { digitalocean } from './digitalocean.ts';
import { discord } from './discord.ts';
import { dockerhub } from './dockerhub.ts';
import { doppler } from './doppler.ts';
import { dropbox } from './dropbox.ts';
import { dub } from './dub.ts';
import { duffel } from './duffel.ts';
import { dynatrace } from './dynatrace.ts';
import { easypost } from './easypost.ts';
import { elevenlabs } from './elevenlabs.ts';
import { facebook } from './facebook.ts';
import { figma } from './figma.ts';
import { firecrawl } from './firecrawl.ts';
import { fireworks } from './fireworks.ts';
import { flutterwave } from './flutterwave.ts';
import { fly } from './fly.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { gocardless } from './gocardless.ts';
import { google } from './google.ts';
import { grafana } from './grafana.ts';
import { groq } from './groq.ts';
import { harness } from './harness.ts';
import { hashicorp } from './hashicorp.ts';
import { helicone } from './helicone.ts';
import { heroku } from './heroku.ts';
import { honeycomb } from './honeycomb.ts';
import { hubspot } from './hubspot.ts';
import { huggingface } from './huggingface.ts';
import { infisical } from './infisical.ts';
import { inngest } from './inngest.ts';
import { instagram } from './instagram.ts';
import { intercom } from './intercom.ts';
import { jenkins } from './jenkins.ts';
import { jfrog } from './jfrog.ts';
import { jina } from './jina.ts';
import { jsr } from './jsr.ts';
import { jumpcloud } from './jumpcloud.ts';
import { klaviyo } from './klaviyo.ts';
import { kong } from './kong.ts';
import { langchain } from './langchain.ts';
import { langfuse } from './langfuse.ts';
import { launchdarkly } from './launchdarkly.ts';
import { linear } from './linear.ts';
import { llamacloud } from './llamacloud.ts';
import { lob } from './lob.ts';
import { mailchimp } from './mailchimp.ts';
import { mailgun } from './mailgun.ts';
import { mapbox } from './mapbox.ts';
import { materialize } from './materialize.ts';
import { microsoftTeams } from './microsoft-teams.ts';
import { modal } from './modal.ts';
import { mollie } from './mollie.ts';
import { mongodb } from './mongodb.ts';
import { neon } from './neon.ts';
import { netlify } from './netlify.ts';
import { newrelic } from './newrelic.ts';
import { notion } from './notion.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { nvidia } from './nvidia.ts';
import { nylas } from './nylas.ts';
import { octopus } from './octopus.ts';
import { octroi } from './octroi.ts';
import { onepassword } from './onepassword.ts';
import { onesignal } from './onesignal.ts';
import { openai } from './openai.ts';
import { openrouter } from './openrouter.ts';
import { packagist } from './packagist.ts';
import { paddle } from './paddle.ts';
import { perplexity } from './perplexity.ts';
import { phabricator } from './phabricator.ts';
import { pinecone } from './pinecone.ts';
import { plaid } from './plaid.ts';
import { planetscale } from './planetscale.ts';
import { polar } from './polar.ts';
import { posthog } from './posthog.ts';
import { postman } from './postman.ts';
import { prefect } from './prefect.ts';
import { pubnub } from './pubnub.ts';
import { pulumi } from './pulumi.ts';
import { pypi } from './pypi.ts';
import { readme } from './readme.ts';
import { render } from './render.ts';
import { replicate } from './replicate.ts';
import { resend } from './resend.ts';
import { rubygems } from './rubygems.ts';
import { runpod } from './runpod.ts';
import { salesforce } from './salesforce.ts';
import { scaleway } from './scaleway.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { shippo } from './shippo.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { snyk } from './snyk.ts';
import { sonar } from './sonar.ts';
import { sourcegraph } from './sourcegraph.ts';
import { square } from './square.ts';
import { stability } from './stability.ts';
import { stripe } from './stripe.ts';
import { supabase } from './supabase.ts';
import { svix } from './svix.ts';
import { tailscale } from './tailscale.ts';
import { tavily } from './tavily.ts';
import { teamcity } from './teamcity.ts';
import { telegram } from './telegram.ts';
import { telnyx } from './telnyx.ts';
import { tencent } from './tencent.ts';
import { tinybird } from './tinybird.ts';
import { together } from './together.ts';
import { triggerDev } from './trigger-dev.ts';
import { twilio } from './twilio.ts';
import { twitter } from './twitter.ts';
import { typeform } from './typeform.ts';
import { vercel } from './vercel.ts';
import { wandb } from './wandb.ts';
import { xai } from './xai.ts';
import { yandex } from './yandex.ts';
import { zapier } from './zapier.ts';

/** Every token format that a vendor documents and we know. */
export const providerTokens: readonly Detector[] = [
  adobe,
  adyen,
  age,
  airtable,
  alibaba,
  anthropic,
  apify,
  atlassian,
  aws,
  azure,
  braintree,
  brevo,
  buildkite,
  cal,
  cerebras,
  chromatic,
  circleci,
  clickup,
  clojars,
  cloudflare,
  cockroach,
  contentful,
  crates,
  databricks,
  dbt,
  deepl,
  deepseek,
  deno,
  digitalocean,
  discord,
  dockerhub,
  doppler,
  dropbox,
  dub,
  duffel,
  dynatrace,
  easypost,
  elevenlabs,
  facebook,
  figma,
  firecrawl,
  fireworks,
  flutterwave,
  fly,
  github,
  gitlab,
  gocardless,
  google,
  grafana,
  groq,
  harness,
  hashicorp,
  helicone,
  heroku,
  honeycomb,
  hubspot,
  huggingface,
  infisical,
  inngest,
  instagram,
  intercom,
  jenkins,
  jfrog,
  jina,
  jsr,
  jumpcloud,
  klaviyo,
  kong,
  langchain,
  langfuse,
  launchdarkly,
  linear,
  llamacloud,
  lob,
  mailchimp,
  mailgun,
  mapbox,
  materialize,
  microsoftTeams,
  modal,
  mollie,
  mongodb,
  neon,
  netlify,
  newrelic,
  notion,
  npm,
  nuget,
  nvidia,
  nylas,
  octopus,
  octroi,
  onepassword,
  onesignal,
  openai,
  openrouter,
  packagist,
  paddle,
  perplexity,
  phabricator,
  pinecone,
  plaid,
  planetscale,
  polar,
  posthog,
  postman,
  prefect,
  pubnub,
  pulumi,
  pypi,
  readme,
  render,
  replicate,
  resend,
  rubygems,
  runpod,
  salesforce,
  scaleway,
  sendgrid,
  sentry,
  shippo,
  shopify,
  slack,
  snyk,
  sonar,
  sourcegraph,
  square,
  stability,
  stripe,
  supabase,
  svix,
  tailscale,
  tavily,
  teamcity,
  telegram,
  telnyx,
  tencent,
  tinybird,
  together,
  triggerDev,
  twilio,
  twitter,
  typeform,
  vercel,
  wandb,
  xai,
  yandex,
  zapier,
].flat();
