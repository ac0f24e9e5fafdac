import { fake } from '../../../examples/fake.ts';
import { vendor } from '../vendor.ts';

export const pypi = vendor({
  name: 'pypi',
  url: 'https://pypi.org/project/pypitoken',
  readOn: '2026-11-26',
  tokens: [
    {
      id: 'pypi-api-token',
      keywords: ['pypi-ageichl', 'pypi-agendgvz'],
      pattern: String.raw`pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[\w-]{50,500}(?![\w-])`,
      example: () => `pypi-AgEIcHlwaS5vcmc${fake.base64url(1, 150)}`,
    },
  ],
});
