import type { Random } from '../random.ts';

// What people and programs choose, drawn by other habits than those of the first generator.

const nouns = 'moutarde parapluie bicyclette tortue hibou lanterne biscuit kiosque pergola cerise volcan harpe'.split(
  ' ',
);
const english = 'harbor mitten walnut saddle ember quartz willow anvil kettle pebble lobster tundra'.split(' ');

const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A password without signs that a shell, a URL or a file would read otherwise. */
export function plainPassword(r: Random): string {
  return r.pick([
    () => `${title(r.pick(nouns))}${r.between(1, 99)}${title(r.pick(english))}`,
    () => r.base62(r.between(10, 32)),
    () => `${r.pick(english)}-${r.pick(english)}-${r.pick(english)}-${r.digits(2)}`,
    () => `${r.text('bcdfghjklmnpqrstvwxz', 3)}${r.digits(4)}${r.text('BCDFGHJKLMN', 3)}`,
    () => `${title(r.pick(nouns))}_${r.between(1980, 2026)}`,
    () => `${r.pick(nouns).replace('i', '1').replace('o', '0')}${r.digits(2)}`,
  ])();
}

/** Any password that needs no quotes to be told from its end. */
export function password(r: Random): string {
  if (r.chance(45)) return plainPassword(r);
  return r.pick([
    () => `${title(r.pick(english))}${r.pick(['!', '$', '#', '@', '?'])}${r.digits(3)}`,
    () => `${r.base62(6)}${r.text('!$%&*+=?@^~', 1)}${r.base62(6)}${r.text('!$*+?@^~', 1)}${r.digits(1)}`,
    () => `${r.digits(2)}${title(r.pick(nouns))}${r.pick(['!!', '*', '&', '%'])}`,
    () => `P${r.pick(['@', '4'])}ss-${r.pick(nouns)}-${r.digits(2)}`,
  ])();
}

export function secret(r: Random): string {
  return r.pick([
    () => r.hex(r.pick([32, 40, 48, 64])),
    () => r.base62(r.between(22, 64)),
    () => `${r.base64(43)}=`,
    () => `${r.base64(86)}==`,
    () => `${r.base62(12)}.${r.url64(30)}a`,
    () => `${r.pick(['prod', 'live', 'key', 'svc'])}_${r.base62(28)}`,
  ])();
}

/** What a vendor's format tells at once. */
export function vendorToken(r: Random): string {
  const upper = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return r.pick([
    () => `glpat-${r.url64(19)}k`,
    () => `sk-or-v1-${r.hex(64)}`,
    () => `r8_${r.base62(37)}`,
    () => `pscale_tkn_${r.url64(42)}k`,
    () => `dapi${r.hex(32)}`,
    () => `AKIA${r.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
    () => `rk_live_${r.base62(24)}`,
    () => `whsec_${r.base64(32)}`,
    () => `SK${r.hex(32)}`,
    () => `key-${r.hex(32)}`,
    () => `${r.hex(32)}-us${r.between(1, 20)}`,
    () => `xapp-1-A${r.text(upper, 10)}-${r.digits(13)}-${r.hex(64)}`,
    () => `shpss_${r.hex(32)}`,
    () => `secret_${r.base62(43)}`,
    () => `pat${r.base62(14)}.${r.hex(64)}`,
    () => `EAAC${r.base62(150)}`,
    () => `sq0atp-${r.url64(21)}k`,
    () => `dp.pt.${r.base62(43)}`,
    () => `tskey-auth-k${r.base62(11)}CNTRL-${r.base62(32)}`,
    () => `pul-${r.hex(40)}`,
    () => `sntrys_${r.base64(70)}_${r.base64(43)}`,
    () => `LTAI${r.base62(20)}`,
    () => `ya29.${r.url64(120)}k`,
    () => `1//0${r.url64(60)}k`,
    () => `rubygems_${r.hex(48)}`,
    () => `sgp_${r.hex(16)}_${r.hex(40)}`,
    () => `phx_${r.base62(43)}`,
    () => `re_${r.base62(8)}_${r.base62(24)}`,
    () => `hvs.CAESI${r.url64(86)}k`,
  ])();
}
