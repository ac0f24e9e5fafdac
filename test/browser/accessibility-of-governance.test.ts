import { examineSights } from '../support/examine-sights.ts';
import { sightsOfGovernance } from '../support/sights.ts';

// Beside those of traffic, so that both cores have something to examine.
examineSights(sightsOfGovernance);
