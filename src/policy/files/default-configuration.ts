/*
 * What holds where `octroi.yaml` says nothing. A file that is likely to hold secrets beside other things is confidential:
 * its secrets are replaced and the rest passes. What is nothing but a key has no business with a vendor that keeps it; and
 * what cannot be read, and so cannot be redacted, never leaves.
 */
export const defaultLabels = (): PlainLabel[] => [
  plainLabel('public'),
  plainLabel('internal'),
  {
    ...plainLabel('confidential'),
    paths: [
      '{.env,.env.*,*.env}',
      '*.tf{vars,state,state.*}',
      '*.{pem,key}',
      '{.npmrc,.pypirc,.vault-token}',
      'secrets.*',
    ],
    except: ['.env.{example,sample,template,dist}'],
  },
  {
    ...plainLabel('restricted'),
    paths: [
      '{id_rsa,id_dsa,id_ecdsa,id_ed25519}',
      '~/{.netrc,_netrc,.pgpass,.git-credentials,.gnupg,.azure}',
      '~/{.aws/credentials,.kube/config,.docker/config.json,.config/gcloud}',
      '/etc/{shadow,gshadow}',
    ],
    needsZdr: true,
  },
  {
    // ANSSI, security recommendations for generative AI, R34: sensitive data never goes into prompts of assistants on the Internet.
    ...plainLabel('prohibited'),
    paths: ['*.{kdbx,p12,pfx,jks,keystore}', 'diffusion-restreinte', 'secret-defense'],
    neverLeaves: true,
  },
];

// CNIL, recommendation on logging (JO of 2021-10-30): six to twelve months where nothing else obliges.
export const defaultRetention: Record<string, { days: number; justification?: string }> = { standard: { days: 365 } };

type PlainLabel = {
  name: string;
  paths: string[];
  except: string[];
  detectors: string[];
  needsZdr: boolean;
  neverLeaves: boolean;
};

function plainLabel(name: string): PlainLabel {
  return { name, paths: [], except: [], detectors: [], needsZdr: false, neverLeaves: false };
}
