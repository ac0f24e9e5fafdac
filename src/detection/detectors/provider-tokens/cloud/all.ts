import type { Detector } from '../../../detector.ts';
import { age } from './age.ts';
import { alibaba } from './alibaba.ts';
import { aws } from './aws.ts';
import { azure } from './azure.ts';
import { cloudflare } from './cloudflare.ts';
import { databricks } from './databricks.ts';
import { digitalocean } from './digitalocean.ts';
import { doppler } from './doppler.ts';
import { fly } from './fly.ts';
import { google } from './google.ts';
import { hashicorp } from './hashicorp.ts';
import { heroku } from './heroku.ts';
import { infisical } from './infisical.ts';
import { jumpcloud } from './jumpcloud.ts';
import { mongodb } from './mongodb.ts';
import { neon } from './neon.ts';
import { netlify } from './netlify.ts';
import { onepassword } from './onepassword.ts';
import { planetscale } from './planetscale.ts';
import { pulumi } from './pulumi.ts';
import { render } from './render.ts';
import { scaleway } from './scaleway.ts';
import { supabase } from './supabase.ts';
import { tailscale } from './tailscale.ts';
import { tencent } from './tencent.ts';
import { vercel } from './vercel.ts';
import { yandex } from './yandex.ts';

/** Tokens of clouds, databases, vaults and networks. */
export const cloudTokens: readonly Detector[] = [
  age,
  alibaba,
  aws,
  azure,
  cloudflare,
  databricks,
  digitalocean,
  doppler,
  fly,
  google,
  hashicorp,
  heroku,
  infisical,
  jumpcloud,
  mongodb,
  neon,
  netlify,
  onepassword,
  planetscale,
  pulumi,
  render,
  scaleway,
  supabase,
  tailscale,
  tencent,
  vercel,
  yandex,
].flat();
