import { randomBytes } from 'node:crypto';

const shape = /^octe_([\w-]{22})([\w-]{32})$/;

/** A one-time code by which one device enrols: it names its tenant, and 24 random bytes that nobody guesses. */
export function makeEnrolmentCode(tenantId: string): string {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex');
  return `octe_${tenant.toString('base64url')}${randomBytes(24).toString('base64url')}`;
}

/** The tenant that a code names; undefined for a text that is no code. */
export function tenantOfCode(code: string): string | undefined {
  const [, tenant] = shape.exec(code) ?? [];
  if (tenant === undefined) return undefined;
  const hex = Buffer.from(tenant, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
