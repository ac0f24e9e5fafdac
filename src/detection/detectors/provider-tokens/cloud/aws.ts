import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const aws = vendor({
  name: 'aws',
  url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  tokens: [
    {
      id: 'aws-access-key-id',
      source: { url: 'https://docs.amazonaws.cn/goto/WebAPI/sts-2011-06-15/GetAccessKeyInfo', readOn: '2026-11-26' },
      keywords: ['akia', 'asia', 'abia', 'acca'],
      pattern: String.raw`(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])`,
      example: () => `AKIA${fake.base32(1, 16)}`,
      spares: () => [`AKIAIOSFODNN7${'EXAMPLE'}`],
    },
    {
      id: 'aws-secret-access-key',
      keywords: ['aws_secret', 'secretaccesskey', 'secret_access_key', 'secret-access-key', 'aws_sec'],
      pattern: String.raw`[A-Za-z_-]{6,24}["']?\s{0,8}(?:=>?|:)\s{0,8}["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])`,
      example: () => `aws_secret_access_key = «${fake.base64(2, 40)}»`,
      spares: () => [`aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}`],
    },
    {
      id: 'aws-session-token',
      keywords: ['iqoj', 'fwog', 'fqog'],
      pattern: String.raw`(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z0-9+/=]{100,2000}`,
      example: () => `IQoJb3JpZ2lu${fake.base64(3, 300)}`,
    },
    {
      id: 'aws-bedrock-key',
      keywords: ['absk'],
      pattern: String.raw`ABSK[A-Za-z0-9+/]{109,269}={0,2}(?![A-Za-z0-9+/=])`,
      example: () => `ABSK${fake.base64(4, 128)}`,
    },
    {
      id: 'aws-mws-token',
      keywords: ['amzn.mws.'],
      pattern: String.raw`amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`,
      example: () => `amzn.mws.${fake.uuid(5)}`,
    },
    {
      id: 'aws-appsync-key',
      keywords: ['da0-'],
      pattern: String.raw`da2-[a-z0-9]{26}(?![\w-])`,
      example: () => `da2-${fake.base36(6, 26)}`,
    },
  ],
});
