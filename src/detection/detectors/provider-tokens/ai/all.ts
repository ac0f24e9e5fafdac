import type { Detector } from '../../../detector.ts';
import { anthropic } from './anthropic.ts';
import { cerebras } from './cerebras.ts';
import { deepseek } from './deepseek.ts';
import { elevenlabs } from './elevenlabs.ts';
import { firecrawl } from './firecrawl.ts';
import { fireworks } from './fireworks.ts';
import { groq } from './groq.ts';
import { helicone } from './helicone.ts';
import { huggingface } from './huggingface.ts';
import { jina } from './jina.ts';
import { langchain } from './langchain.ts';
import { langfuse } from './langfuse.ts';
import { llamacloud } from './llamacloud.ts';
import { modal } from './modal.ts';
import { nvidia } from './nvidia.ts';
import { openai } from './openai.ts';
import { openrouter } from './openrouter.ts';
import { perplexity } from './perplexity.ts';
import { pinecone } from './pinecone.ts';
import { replicate } from './replicate.ts';
import { runpod } from './runpod.ts';
import { stability } from './stability.ts';
import { tavily } from './tavily.ts';
import { together } from './together.ts';
import { wandb } from './wandb.ts';
import { xai } from './xai.ts';

/** Tokens of AI vendors. */
export const aiTokens: readonly Detector[] = [
  anthropic,
  cerebras,
  deepseek,
  elevenlabs,
  firecrawl,
  fireworks,
  groq,
  helicone,
  huggingface,
  jina,
  langchain,
  langfuse,
  llamacloud,
  modal,
  nvidia,
  openai,
  openrouter,
  perplexity,
  pinecone,
  replicate,
  runpod,
  stability,
  tavily,
  together,
  wandb,
  xai,
].flat();
