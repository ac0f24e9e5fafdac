import type { Random } from '../random.ts';

const words =
  'dragon soleil winter marine orange falcon castle copper rocket purple bamboo galaxy thunder velvet cactus pepper lavande tornado bison comet garnet saumon mistral'.split(
    ' ',
  );

/** Passwords in the ways people and programs make them. */
export function password(random: Random): string {
  const word = random.pick(words);
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  switch (random.below(9)) {
    case 0:
      return random.base62(random.between(8, 20));
    case 1:
      return `${capital}${random.digits(random.between(2, 4))}!`;
    case 2:
      return `${word}${random.digits(random.between(2, 4))}`;
    case 3:
      return `${capital}-${random.pick(words)}-${random.digits(2)}`;
    case 4:
      return `${random.text('abcdefghjkmnpqrstuvwxyz', 4)}${random.text('!@#%^*', 1)}${random.base62(5)}${random.digits(1)}`;
    case 5:
      return word.replace('o', '0').replace('e', '3').replace('a', '@') + random.digits(3);
    case 6:
      return `${random.base62(4)}_${random.base62(6)}${random.digits(1)}`;
    case 7:
      return `${capital}@${random.pick(['2019', '2021', '2023', '2024'])}`;
    default:
      return random
        .text('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!@#%^*-_=+', random.between(12, 24))
        .replace(/^[-=@!#%^*+]/, 'k');
  }
}

/** Tokens in the forms of well-known vendors, and without form. */
export function token(random: Random): string {
  const makers: readonly (() => string)[] = [
    () => `sk-ant-api03-${random.url64(93)}AA`,
    () => `sk-proj-${random.url64(74)}T3BlbkFJ${random.url64(74)}`,
    () => `AKIA${random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
    () => `AIza${random.url64(35)}`,
    () => `glpat-${random.url64(20)}`,
    () => `github_pat_${random.base62(22)}_${random.base62(59)}`,
    () => `xoxb-${random.digits(12)}-${random.digits(12)}-${random.base62(24)}`,
    () => `sk_live_${random.base62(24)}`,
    () => `SG.${random.url64(22)}.${random.url64(43)}`,
    () => `hf_${random.base62(34)}`,
    () => `dop_v1_${random.hex(64)}`,
    () => `shpat_${random.hex(32)}`,
    () => `pypi-AgEIcHlwaS5vcmc${random.url64(140)}`,
    () => `hvs.${random.url64(90)}`,
    () => `lin_api_${random.base62(40)}`,
    () => `NRAK-${random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 27)}`,
    () => `dckr_pat_${random.url64(27)}`,
    () => `xkeysib-${random.hex(64)}-${random.base62(16)}`,
    () => `PMAK-${random.hex(24)}-${random.hex(34)}`,
    () => `gsk_${random.base62(52)}`,
    () => `figd_${random.url64(40)}`,
    () => `GOCSPX-${random.url64(28)}`,
    () => `${random.digits(9).replace(/^0/, '5')}:AA${random.url64(33)}`,
  ];
  return random.pick(makers)();
}

/** Secrets without a vendor's form. */
export function secret(random: Random): string {
  const length = random.pick([24, 32, 40, 48, 64]);
  return random.pick([
    () => random.hex(length),
    () => random.base62(length),
    () => `${random.base64(43)}=`,
    () => random.url64(length).replace(/^-/, 'a'),
  ])();
}

export function hash(random: Random): string {
  const crypt = (length: number) =>
    random.text('./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length);
  return random.pick([
    () => `$2${random.pick(['a', 'b', 'y'])}$${random.pick(['10', '12'])}$${crypt(53)}`,
    () => `$6$${random.base62(8)}$${crypt(86)}`,
    () => `$argon2id$v=19$m=65536,t=3,p=4$${random.base64(22)}$${random.base64(43)}`,
    () => `pbkdf2_sha256$${random.pick(['260000', '600000'])}$${random.base62(12)}$${random.base64(43)}=`,
    () => `{SSHA}${random.base64(38)}==`,
    () => `$1$${random.base62(8)}$${crypt(22)}`,
    () => `$y$j9T$${crypt(22)}$${crypt(43)}`,
    () => `$P$B${crypt(30)}`,
  ])();
}

export function privateKey(random: Random, joint: string): string {
  const lines = Array.from({ length: random.between(4, 20) }, () => random.base64(64));
  const name = random.pick(['RSA PRIVATE', 'EC PRIVATE', 'PRIVATE', 'OPENSSH PRIVATE']);
  return [`-----BEGIN ${name} KEY-----`, ...lines, `-----END ${name} KEY-----`].join(joint);
}
