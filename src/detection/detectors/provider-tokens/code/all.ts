import type { Detector } from '../../../detector.ts';
import { atlassian } from './atlassian.ts';
import { buildkite } from './buildkite.ts';
import { chromatic } from './chromatic.ts';
import { circleci } from './circleci.ts';
import { clojars } from './clojars.ts';
import { crates } from './crates.ts';
import { dockerhub } from './dockerhub.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { harness } from './harness.ts';
import { jenkins } from './jenkins.ts';
import { jfrog } from './jfrog.ts';
import { jsr } from './jsr.ts';
import { launchdarkly } from './launchdarkly.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { octopus } from './octopus.ts';
import { packagist } from './packagist.ts';
import { phabricator } from './phabricator.ts';
import { pypi } from './pypi.ts';
import { rubygems } from './rubygems.ts';
import { snyk } from './snyk.ts';
import { sonar } from './sonar.ts';
import { sourcegraph } from './sourcegraph.ts';
import { teamcity } from './teamcity.ts';

/** Tokens of code hosts, CI and package registries. */
export const codeTokens: readonly Detector[] = [
  atlassian,
  buildkite,
  chromatic,
  circleci,
  clojars,
  crates,
  dockerhub,
  github,
  gitlab,
  harness,
  jenkins,
  jfrog,
  jsr,
  launchdarkly,
  npm,
  nuget,
  octopus,
  packagist,
  phabricator,
  pypi,
  rubygems,
  snyk,
  sonar,
  sourcegraph,
  teamcity,
].flat();
