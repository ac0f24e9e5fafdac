import anthropic from './data/anthropic.json' with { type: 'json' };
import aws from './data/aws.json' with { type: 'json' };
import claims from './data/claims.json' with { type: 'json' };
import cognition from './data/cognition.json' with { type: 'json' };
import cursor from './data/cursor.json' with { type: 'json' };
import edition from './data/edition.json' with { type: 'json' };
import github from './data/github.json' with { type: 'json' };
import google from './data/google.json' with { type: 'json' };
import microsoft from './data/microsoft.json' with { type: 'json' };
import mistral from './data/mistral.json' with { type: 'json' };
import openai from './data/openai.json' with { type: 'json' };
import otherServices from './data/other-services.json' with { type: 'json' };
import perplexity from './data/perplexity.json' with { type: 'json' };
import xai from './data/xai.json' with { type: 'json' };

/** The catalogue that comes with this version of octroi, as it stands in `data/`: hand it to `openCatalogue`. */
export const shippedData: unknown = {
  version: edition.version,
  vendors: [
    anthropic,
    github,
    aws,
    openai,
    mistral,
    xai,
    perplexity,
    google,
    microsoft,
    cursor,
    cognition,
    otherServices,
  ],
  claimSources: claims.sources,
  claims: claims.claims,
  successions: edition.successions,
};
