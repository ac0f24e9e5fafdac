// Those that are not simply written with a capital.
const ownWay: ReadonlyMap<string, string> = new Map(
  Object.entries({
    age: 'age',
    alibaba: 'Alibaba Cloud',
    aws: 'AWS',
    cal: 'Cal.com',
    circleci: 'CircleCI',
    clickup: 'ClickUp',
    cockroach: 'CockroachDB',
    crates: 'crates.io',
    dbt: 'dbt',
    deepl: 'DeepL',
    deepseek: 'DeepSeek',
    digitalocean: 'DigitalOcean',
    dockerhub: 'Docker Hub',
    easypost: 'EasyPost',
    elevenlabs: 'ElevenLabs',
    fly: 'Fly.io',
    github: 'GitHub',
    gitlab: 'GitLab',
    gocardless: 'GoCardless',
    hashicorp: 'HashiCorp',
    hubspot: 'HubSpot',
    huggingface: 'Hugging Face',
    jfrog: 'JFrog',
    jsr: 'JSR',
    jumpcloud: 'JumpCloud',
    langchain: 'LangChain',
    launchdarkly: 'LaunchDarkly',
    llamacloud: 'LlamaCloud',
    microsoft_teams: 'Microsoft Teams',
    mongodb: 'MongoDB',
    newrelic: 'New Relic',
    npm: 'npm',
    nuget: 'NuGet',
    nvidia: 'NVIDIA',
    octroi: 'octroi',
    onepassword: '1Password',
    onesignal: 'OneSignal',
    openai: 'OpenAI',
    openrouter: 'OpenRouter',
    planetscale: 'PlanetScale',
    posthog: 'PostHog',
    pubnub: 'PubNub',
    pypi: 'PyPI',
    rubygems: 'RubyGems',
    runpod: 'RunPod',
    sendgrid: 'SendGrid',
    teamcity: 'TeamCity',
    trigger_dev: 'Trigger.dev',
    wandb: 'Weights & Biases',
    xai: 'xAI',
  }),
);

/** The name of a vendor, as it writes itself, from the name that kinds of findings give it. */
export function vendorName(vendor: string): string {
  return ownWay.get(vendor) ?? readableName(vendor);
}

/** A name made for machines as people write: `client_name` is `Client name`. */
export function readableName(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
